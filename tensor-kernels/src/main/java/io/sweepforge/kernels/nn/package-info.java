/**
 * Neural networks: what they are made of, how they are trained, and the backends that do it. Letters in shapes: N batch,
 * T steps, I input features, H hidden size (height beside W), C channels, K output channels.
 */
@NullMarked
package io.sweepforge.kernels.nn;

import org.jspecify.annotations.NullMarked;
