/** Data sets: decoding, splits, scaling and the windows of a series. */
@NullMarked
package io.sweepforge.kernels.data;

import org.jspecify.annotations.NullMarked;
