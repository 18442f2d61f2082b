/** Which sweeps there are. */
@NullMarked
package io.sweepforge.coordinator.directory;

import org.jspecify.annotations.NullMarked;
