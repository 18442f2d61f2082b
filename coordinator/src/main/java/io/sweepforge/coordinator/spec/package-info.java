/** Sweep specifications: reading them, finding every mistake in them, filling in their defaults. Pure. */
@NullMarked
package io.sweepforge.coordinator.spec;

import org.jspecify.annotations.NullMarked;
