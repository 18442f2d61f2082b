package io.sweepforge.kernels.nn.cudnn.jcudnn;

import io.sweepforge.kernels.gpu.GpuException;
import io.sweepforge.kernels.nn.engine.ConvGeometry;
import java.util.Set;
import java.util.stream.Stream;
import jcuda.jcudnn.cudnnConvolutionBwdDataAlgo;
import jcuda.jcudnn.cudnnConvolutionBwdFilterAlgo;
import jcuda.jcudnn.cudnnConvolutionFwdAlgo;
import jcuda.jcudnn.cudnnDeterminism;

/**
 * How a convolution is computed: of the algorithms that cuDNN offers for its shape the one it thinks the fastest that gives
 * the same bits each time and adds up products as they are. Transforms (FFT, Winograd) round more than the tolerance between
 * backends allows; the others add in no fixed order (cuDNN, "Reproducibility").
 *
 * @param forward a {@code cudnnConvolutionFwdAlgo}
 * @param backwardInput a {@code cudnnConvolutionBwdDataAlgo}
 * @param backwardFilters a {@code cudnnConvolutionBwdFilterAlgo}
 */
record ConvolutionAlgorithms(int forward, int backwardInput, int backwardFilters) {
    static final Set<Integer> FORWARD = Set.of(
            cudnnConvolutionFwdAlgo.CUDNN_CONVOLUTION_FWD_ALGO_IMPLICIT_GEMM,
            cudnnConvolutionFwdAlgo.CUDNN_CONVOLUTION_FWD_ALGO_IMPLICIT_PRECOMP_GEMM);
    static final Set<Integer> BACKWARD_INPUT = Set.of(cudnnConvolutionBwdDataAlgo.CUDNN_CONVOLUTION_BWD_DATA_ALGO_1);
    static final Set<Integer> BACKWARD_FILTERS =
            Set.of(cudnnConvolutionBwdFilterAlgo.CUDNN_CONVOLUTION_BWD_FILTER_ALGO_1);

    /** What cuDNN says of an algorithm. */
    record Offer(int algorithm, int status, int determinism) {
        private boolean suits(Set<Integer> allowed) {
            return status == 0 && determinism == cudnnDeterminism.CUDNN_DETERMINISTIC && allowed.contains(algorithm);
        }
    }

    /**
     * The first that suits.
     *
     * @param offers the fastest first
     * @throws GpuException of kind not supported when none does
     */
    static int choose(Stream<Offer> offers, Set<Integer> allowed, ConvGeometry geometry, String pass) {
        return offers.filter(offer -> offer.suits(allowed))
                .findFirst()
                .orElseThrow(() -> new GpuException(
                        GpuException.Kind.NOT_SUPPORTED,
                        "cuDNN offers no algorithm for the %s of %s that gives the same bits each time"
                                .formatted(pass, geometry)))
                .algorithm();
    }
}
