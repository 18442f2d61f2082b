package io.sweepforge.kernels.nn.cudnn.jcudnn;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.kernels.Skip;
import io.sweepforge.kernels.gpu.GpuException;
import io.sweepforge.kernels.gpu.jcuda.CudnnLibrary;
import io.sweepforge.kernels.gpu.jcuda.CudnnStatus;
import io.sweepforge.kernels.nn.LayerSpec;
import io.sweepforge.kernels.nn.Loss;
import io.sweepforge.kernels.nn.NetworkSpec;
import io.sweepforge.kernels.nn.Stage;
import io.sweepforge.kernels.nn.cudnn.LstmShape;
import io.sweepforge.kernels.nn.engine.ConvGeometry;
import java.util.List;
import jcuda.jcudnn.JCudnn;
import jcuda.jcudnn.cudnnDropoutDescriptor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What cuDNN is told, checked by a real cuDNN where one is installed; no GPU is needed. The system property
 * {@code sweepforge.cudnn-home} names one that is not where it is looked for.
 */
class DescriptorsTest {
    /** Why there is no cuDNN to ask; empty when there is. */
    private static String obstacle = "";

    @BeforeAll
    static void loadCudnn() {
        try {
            CudnnLibrary.load();
        } catch (GpuException e) {
            obstacle = String.valueOf(e.getMessage());
        }
    }

    @BeforeEach
    void needsCudnn() {
        Skip.unless(obstacle.isEmpty(), () -> obstacle);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 28, 28, 6, 5, 1, 0",
        "3, 9, 7, 5, 3, 2, 1",
        "2, 5, 5, 3, 5, 1, 2",
        "4, 6, 11, 9, 4, 3, 2",
        "1, 5, 6, 3, 1, 2, 0",
        "32, 6, 6, 64, 3, 1, 1"
    })
    void infersTheShapesOfConvolutionsAsWeDo(
            int channels, int height, int width, int filters, int kernel, int stride, int padding) {
        LayerSpec.Conv2d conv = new LayerSpec.Conv2d(filters, kernel, stride, padding);
        Stage stage = new NetworkSpec(List.of(channels, height, width), List.of(conv), Loss.MEAN_SQUARED_ERROR)
                .stages()
                .get(0);
        try (ConvolutionDescriptors d = new ConvolutionDescriptors(ConvGeometry.of(stage, conv))) {
            d.setBatch(7);
            int[][] output = new int[4][1];
            int status = JCudnn.cudnnGetConvolution2dForwardOutputDim(
                    d.convolution, d.x, d.filters, output[0], output[1], output[2], output[3]);
            CudnnStatus.check(status, "shape of an output");
            assertThat(List.of(output[0][0], output[1][0], output[2][0], output[3][0]))
                    .isEqualTo(List.of(
                            7,
                            stage.output().get(0),
                            stage.output().get(1),
                            stage.output().get(2)));
        }
    }

    @ParameterizedTest
    @CsvSource({"16, 16, 16, 1", "1, 3, 1, 2", "100, 32, 64, 1", "7, 2, 129, 2"})
    void acceptsLstmsOfOneAndTwoDirections(int steps, int inputs, int hidden, int directions) {
        LstmShape shape = new LstmShape(steps, inputs, hidden, directions);
        try (LstmDescriptors d = new LstmDescriptors(shape)) {
            d.setBatch(1);
            d.setBatch(33);
            int[] value = new int[1];
            int[] inputSize = new int[1];
            int[] hiddenSize = new int[1];
            int[] biases = new int[1];
            int[] flags = new int[1];
            int status = JCudnn.cudnnGetRNNDescriptor_v8(
                    d.rnn,
                    value,
                    value,
                    biases,
                    value,
                    value,
                    value,
                    value,
                    value,
                    inputSize,
                    hiddenSize,
                    value,
                    value,
                    new cudnnDropoutDescriptor(),
                    flags);
            CudnnStatus.check(status, "reading an LSTM's descriptor back");
            assertThat(List.of(inputSize[0], hiddenSize[0], biases[0], flags[0]))
                    .isEqualTo(List.of(inputs, hidden, 1, 1));
        }
    }
}
