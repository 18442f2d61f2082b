/** The coordinator: sweeps, scheduling, persistence and HTTP. */
@NullMarked
package io.sweepforge.coordinator;

import org.jspecify.annotations.NullMarked;
