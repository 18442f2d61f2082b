/**
 * cuDNN 9 through JCudnn. Written against cuDNN's documentation; it has not run on a GPU yet. Everything is of single
 * precision without TF32, and no algorithm is used whose bits may differ from call to call.
 */
@NullMarked
package io.sweepforge.kernels.nn.cudnn.jcudnn;

import org.jspecify.annotations.NullMarked;
