/**
 * What backends working on Java arrays share: the order of a training step, losses, initialisation, checkpoints, and the
 * layers that only move numbers. The arithmetic that costs time is theirs.
 */
@NullMarked
package io.sweepforge.kernels.nn.engine;

import org.jspecify.annotations.NullMarked;
