package io.sweepforge.kernels.nn.engine;

import io.sweepforge.kernels.nn.LayerSpec;
import io.sweepforge.kernels.nn.Stage;

/** The sizes of a convolution: input [channels, height, width], output [filters, outHeight, outWidth]. */
public record ConvGeometry(
        int channels,
        int height,
        int width,
        int filters,
        int kernel,
        int stride,
        int padding,
        int outHeight,
        int outWidth) {
    public static ConvGeometry of(Stage stage, LayerSpec.Conv2d conv) {
        return new ConvGeometry(
                stage.input().get(0),
                stage.input().get(1),
                stage.input().get(2),
                conv.filters(),
                conv.kernel(),
                conv.stride(),
                conv.padding(),
                stage.output().get(1),
                stage.output().get(2));
    }

    /** Elements of one image. */
    public int imageSize() {
        return channels * height * width;
    }

    /** Weights of one filter: channels × kernel × kernel. */
    public int patchSize() {
        return channels * kernel * kernel;
    }

    /** Output pixels of one channel. */
    public int pixels() {
        return outHeight * outWidth;
    }

    public int outputSize() {
        return filters * pixels();
    }
}
