/** Counter-based randomness: every number is a function of a seed, a stream and a position. */
@NullMarked
package io.sweepforge.kernels.random;

import org.jspecify.annotations.NullMarked;
