/**
 * Networks on a GPU, one by one, each on a stream of its own: convolutions, LSTMs, activations and the softmax by cuDNN,
 * everything else by kernels of this build. cuDNN itself stands behind {@link Dnn}.
 */
@NullMarked
package io.sweepforge.kernels.nn.cudnn;

import org.jspecify.annotations.NullMarked;
