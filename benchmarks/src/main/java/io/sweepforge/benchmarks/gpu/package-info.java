/** A GPU full of trials, beside the ways in which PyTorch can train as many on the same GPU. */
@NullMarked
package io.sweepforge.benchmarks.gpu;

import org.jspecify.annotations.NullMarked;
