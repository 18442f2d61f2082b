/** Kernels: arrays, layers, optimizers and trial arrays, with their backends. Pure Java and native code, no actors. */
@NullMarked
package io.sweepforge.kernels;

import org.jspecify.annotations.NullMarked;
