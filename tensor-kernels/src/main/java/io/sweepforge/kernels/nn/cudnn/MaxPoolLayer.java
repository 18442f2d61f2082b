package io.sweepforge.kernels.nn.cudnn;

import io.sweepforge.kernels.nn.LayerSpec;
import io.sweepforge.kernels.nn.Stage;

/**
 * Maximum over windows by a kernel of this build: cuDNN does not say which of equal values gets the gradient, and here it is
 * the first. Nothing is kept for the backward pass, which looks for the maxima again.
 */
record MaxPoolLayer(Launcher launcher, Stage stage, LayerSpec.MaxPool2d pool) implements DeviceLayer {
    @Override
    public void forward(boolean training, int batch, long x, long y) {
        launcher.each("pooling", "max_pool", (long) batch * stage.outputSize(), arguments(batch, x, 0, y));
    }

    @Override
    public void backward(int batch, long x, long y, long dy, long dx) {
        if (dx != NOBODY) {
            launcher.each(
                    "pooling", "max_pool_gradient", (long) batch * stage.inputSize(), arguments(batch, x, dy, dx));
        }
    }

    private Arguments arguments(int batch, long x, long dy, long to) {
        return new Arguments()
                .wide(x)
                .wide(dy)
                .wide(to)
                .integer(batch * stage.input().get(0))
                .integer(stage.input().get(1))
                .integer(stage.input().get(2))
                .integer(stage.output().get(1))
                .integer(stage.output().get(2))
                .integer(pool.size())
                .integer(pool.stride());
    }
}
