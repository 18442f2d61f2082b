package io.sweepforge.kernels.nn.cudnn.jcudnn;

import static io.sweepforge.kernels.gpu.jcuda.CudnnStatus.check;

import io.sweepforge.kernels.nn.cudnn.jcudnn.ConvolutionAlgorithms.Offer;
import io.sweepforge.kernels.nn.engine.ConvGeometry;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jcuda.jcudnn.JCudnn;
import jcuda.jcudnn.cudnnConvolutionBwdDataAlgo;
import jcuda.jcudnn.cudnnConvolutionBwdDataAlgoPerf;
import jcuda.jcudnn.cudnnConvolutionBwdFilterAlgo;
import jcuda.jcudnn.cudnnConvolutionBwdFilterAlgoPerf;
import jcuda.jcudnn.cudnnConvolutionFwdAlgo;
import jcuda.jcudnn.cudnnConvolutionFwdAlgoPerf;
import jcuda.jcudnn.cudnnHandle;

/** Asks cuDNN what it can do with a convolution; nothing is computed. */
final class ConvolutionQueries {
    /** Algorithms are compared for this batch, whatever the real one is: a row's bits should not depend on its batch. */
    private static final int NOMINAL_BATCH = 32;

    private final cudnnHandle handle;
    private final ConvolutionDescriptors d;

    ConvolutionQueries(cudnnHandle handle, ConvolutionDescriptors descriptors) {
        this.handle = handle;
        this.d = descriptors;
    }

    ConvolutionAlgorithms choose(ConvGeometry geometry) {
        d.setBatch(NOMINAL_BATCH);
        return new ConvolutionAlgorithms(
                ConvolutionAlgorithms.choose(forward(), ConvolutionAlgorithms.FORWARD, geometry, "forward pass"),
                ConvolutionAlgorithms.choose(
                        backwardInput(), ConvolutionAlgorithms.BACKWARD_INPUT, geometry, "input's gradient"),
                ConvolutionAlgorithms.choose(
                        backwardFilters(), ConvolutionAlgorithms.BACKWARD_FILTERS, geometry, "filters' gradient"));
    }

    private Stream<Offer> forward() {
        int most = cudnnConvolutionFwdAlgo.CUDNN_CONVOLUTION_FWD_ALGO_COUNT;
        int[] count = new int[1];
        var offers = filled(new cudnnConvolutionFwdAlgoPerf[most], cudnnConvolutionFwdAlgoPerf::new);
        check(
                JCudnn.cudnnGetConvolutionForwardAlgorithm_v7(
                        handle, d.x, d.filters, d.convolution, d.y, most, count, offers),
                "asking for forward algorithms");
        return Arrays.stream(offers, 0, count[0]).map(o -> new Offer(o.algo, o.status, o.determinism));
    }

    private Stream<Offer> backwardInput() {
        int most = cudnnConvolutionBwdDataAlgo.CUDNN_CONVOLUTION_BWD_DATA_ALGO_COUNT;
        int[] count = new int[1];
        var offers = filled(new cudnnConvolutionBwdDataAlgoPerf[most], cudnnConvolutionBwdDataAlgoPerf::new);
        check(
                JCudnn.cudnnGetConvolutionBackwardDataAlgorithm_v7(
                        handle, d.filters, d.y, d.convolution, d.x, most, count, offers),
                "asking for algorithms of the input's gradient");
        return Arrays.stream(offers, 0, count[0]).map(o -> new Offer(o.algo, o.status, o.determinism));
    }

    private Stream<Offer> backwardFilters() {
        int most = cudnnConvolutionBwdFilterAlgo.CUDNN_CONVOLUTION_BWD_FILTER_ALGO_COUNT;
        int[] count = new int[1];
        var offers = filled(new cudnnConvolutionBwdFilterAlgoPerf[most], cudnnConvolutionBwdFilterAlgoPerf::new);
        check(
                JCudnn.cudnnGetConvolutionBackwardFilterAlgorithm_v7(
                        handle, d.x, d.y, d.convolution, d.filters, most, count, offers),
                "asking for algorithms of the filters' gradient");
        return Arrays.stream(offers, 0, count[0]).map(o -> new Offer(o.algo, o.status, o.determinism));
    }

    private static <T> T[] filled(T[] array, Supplier<T> element) {
        Arrays.setAll(array, i -> element.get());
        return array;
    }

    /** The most that any pass of any batch needs: nothing says that a smaller batch needs less. */
    long workspaceBytes(ConvolutionAlgorithms algorithms, int maxBatch) {
        long most = 0;
        for (int batch = 1; batch <= maxBatch; batch++) {
            d.setBatch(batch);
            most = Math.max(most, workspaceBytes(algorithms));
        }
        return most;
    }

    private long workspaceBytes(ConvolutionAlgorithms algorithms) {
        String operation = "asking for a convolution's workspace";
        long[] forward = new long[1];
        long[] input = new long[1];
        long[] filters = new long[1];
        check(
                JCudnn.cudnnGetConvolutionForwardWorkspaceSize(
                        handle, d.x, d.filters, d.convolution, d.y, algorithms.forward(), forward),
                operation);
        check(
                JCudnn.cudnnGetConvolutionBackwardDataWorkspaceSize(
                        handle, d.filters, d.y, d.convolution, d.x, algorithms.backwardInput(), input),
                operation);
        check(
                JCudnn.cudnnGetConvolutionBackwardFilterWorkspaceSize(
                        handle, d.x, d.y, d.convolution, d.filters, algorithms.backwardFilters(), filters),
                operation);
        return Math.max(forward[0], Math.max(input[0], filters[0]));
    }
}
