/**
 * Convolutions with their ReLU and pooling, one image at a time, so that what lies between two products never leaves the
 * cache. Inside, images are channels-last with zeros around them: filters are the lanes of a vector, and the taps of a row
 * lie side by side, so that no patch is ever copied.
 */
@NullMarked
package io.sweepforge.kernels.nn.vector.conv;

import org.jspecify.annotations.NullMarked;
