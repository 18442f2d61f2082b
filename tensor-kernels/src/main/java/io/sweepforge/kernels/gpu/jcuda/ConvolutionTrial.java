package io.sweepforge.kernels.gpu.jcuda;

import static jcuda.jcudnn.JCudnn.cudnnConvolutionForward;
import static jcuda.jcudnn.JCudnn.cudnnCreate;
import static jcuda.jcudnn.JCudnn.cudnnCreateConvolutionDescriptor;
import static jcuda.jcudnn.JCudnn.cudnnCreateFilterDescriptor;
import static jcuda.jcudnn.JCudnn.cudnnCreateTensorDescriptor;
import static jcuda.jcudnn.JCudnn.cudnnDestroy;
import static jcuda.jcudnn.JCudnn.cudnnDestroyConvolutionDescriptor;
import static jcuda.jcudnn.JCudnn.cudnnDestroyFilterDescriptor;
import static jcuda.jcudnn.JCudnn.cudnnDestroyTensorDescriptor;
import static jcuda.jcudnn.JCudnn.cudnnSetConvolution2dDescriptor;
import static jcuda.jcudnn.JCudnn.cudnnSetFilter4dDescriptor;
import static jcuda.jcudnn.JCudnn.cudnnSetStream;
import static jcuda.jcudnn.JCudnn.cudnnSetTensor4dDescriptor;
import static jcuda.jcudnn.cudnnConvolutionFwdAlgo.CUDNN_CONVOLUTION_FWD_ALGO_IMPLICIT_GEMM;
import static jcuda.jcudnn.cudnnConvolutionMode.CUDNN_CROSS_CORRELATION;
import static jcuda.jcudnn.cudnnDataType.CUDNN_DATA_FLOAT;
import static jcuda.jcudnn.cudnnTensorFormat.CUDNN_TENSOR_NCHW;

import io.sweepforge.kernels.gpu.DeviceMemory;
import io.sweepforge.kernels.gpu.GpuException;
import io.sweepforge.kernels.gpu.HostMemory;
import java.nio.ByteBuffer;
import jcuda.Pointer;
import jcuda.jcudnn.cudnnConvolutionDescriptor;
import jcuda.jcudnn.cudnnFilterDescriptor;
import jcuda.jcudnn.cudnnHandle;
import jcuda.jcudnn.cudnnTensorDescriptor;
import jcuda.runtime.cudaStream_t;

/**
 * A tiny convolution by cuDNN: an image of 4 × 4 ones with a border of zeros, and 3 × 3 ones, so that each output counts the
 * neighbours of its pixel, itself included. It brings in those parts of cuDNN that are loaded late. The process that runs it
 * is to end soon: what a failure leaves behind is not given back.
 */
public final class ConvolutionTrial {
    private static final int SIDE = 4;
    private static final int PIXELS = SIDE * SIDE;

    private ConvolutionTrial() {}

    /** @throws GpuException when cuDNN fails or computes something else */
    public static void run(JcudaGpu gpu) {
        try (JcudaStream stream = gpu.newStream();
                HostMemory host = gpu.allocateHost(PIXELS * Float.BYTES);
                DeviceMemory ones = gpu.allocate(PIXELS * Float.BYTES);
                DeviceMemory outputs = gpu.allocate(PIXELS * Float.BYTES)) {
            for (int i = 0; i < PIXELS; i++) {
                host.buffer().putFloat(i * Float.BYTES, 1);
            }
            stream.upload(host, 0, ones.address(), PIXELS * Float.BYTES);
            convolve(stream, ones.address(), outputs.address());
            stream.download(outputs.address(), host, 0, PIXELS * Float.BYTES);
            stream.synchronize();
            check(host.buffer());
        }
    }

    /** @param ones both image and filter: as many as the larger of them */
    private static void convolve(JcudaStream stream, long ones, long outputs) {
        cudnnHandle handle = new cudnnHandle();
        ok(cudnnCreate(handle), "starting cuDNN");
        ok(cudnnSetStream(handle, new cudaStream_t(stream.handle())), "giving cuDNN a stream");
        cudnnTensorDescriptor image = new cudnnTensorDescriptor();
        ok(cudnnCreateTensorDescriptor(image), "a tensor descriptor");
        ok(cudnnSetTensor4dDescriptor(image, CUDNN_TENSOR_NCHW, CUDNN_DATA_FLOAT, 1, 1, SIDE, SIDE), "a tensor");
        cudnnFilterDescriptor filter = new cudnnFilterDescriptor();
        ok(cudnnCreateFilterDescriptor(filter), "a filter descriptor");
        ok(cudnnSetFilter4dDescriptor(filter, CUDNN_DATA_FLOAT, CUDNN_TENSOR_NCHW, 1, 1, 3, 3), "a filter");
        cudnnConvolutionDescriptor convolution = new cudnnConvolutionDescriptor();
        ok(cudnnCreateConvolutionDescriptor(convolution), "a convolution descriptor");
        ok(
                cudnnSetConvolution2dDescriptor(
                        convolution, 1, 1, 1, 1, 1, 1, CUDNN_CROSS_CORRELATION, CUDNN_DATA_FLOAT),
                "a convolution");
        ok(
                cudnnConvolutionForward(
                        handle,
                        Pointer.to(new float[] {1}),
                        image,
                        new DeviceAddress(ones),
                        filter,
                        new DeviceAddress(ones),
                        convolution,
                        CUDNN_CONVOLUTION_FWD_ALGO_IMPLICIT_GEMM,
                        new Pointer(),
                        0,
                        Pointer.to(new float[] {0}),
                        image,
                        new DeviceAddress(outputs)),
                "a convolution");
        ok(cudnnDestroyConvolutionDescriptor(convolution), "giving back a convolution");
        ok(cudnnDestroyFilterDescriptor(filter), "giving back a filter");
        ok(cudnnDestroyTensorDescriptor(image), "giving back a tensor");
        ok(cudnnDestroy(handle), "ending cuDNN");
    }

    private static void ok(int status, String operation) {
        CudnnStatus.check(status, operation);
    }

    private static void check(ByteBuffer outputs) {
        for (int i = 0; i < PIXELS; i++) {
            float right = (float) reach(i / SIDE) * reach(i % SIDE);
            float got = outputs.getFloat(i * Float.BYTES);
            if (got != right) {
                throw new GpuException(
                        GpuException.Kind.NOT_SUPPORTED,
                        "the convolution computed %s where %s is right".formatted(got, right));
            }
        }
    }

    /** How many of three in a row lie within the image. */
    private static int reach(int position) {
        return position == 0 || position == SIDE - 1 ? 2 : 3;
    }
}
