/** The {@code sweepforge} command line: one class for each command. */
@NullMarked
package io.sweepforge.client.cli;

import org.jspecify.annotations.NullMarked;
