/** Checkpoints and other files, kept by the hash of their bytes. */
@NullMarked
package io.sweepforge.coordinator.artifact;

import org.jspecify.annotations.NullMarked;
