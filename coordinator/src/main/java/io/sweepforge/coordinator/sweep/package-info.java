/** Sweeps: the pure core that decides what happens, and the thin actor that persists and tells it. */
@NullMarked
package io.sweepforge.coordinator.sweep;

import org.jspecify.annotations.NullMarked;
