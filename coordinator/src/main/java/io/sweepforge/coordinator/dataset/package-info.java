/** Data sets: what users upload, looked at once on its way in, kept by hash. */
@NullMarked
package io.sweepforge.coordinator.dataset;

import org.jspecify.annotations.NullMarked;
