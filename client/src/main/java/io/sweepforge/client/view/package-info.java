/** Answers of the HTTP API: the JSON as it came, with typed access to the parts that this client needs. */
@NullMarked
package io.sweepforge.client.view;

import org.jspecify.annotations.NullMarked;
