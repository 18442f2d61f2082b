package io.sweepforge.kernels.nn.cudnn;

import io.sweepforge.kernels.nn.LayerSpec.Activation.Function;

/** A function of each element, by cuDNN. */
record ActivationLayer(Dnn dnn, Function function, int size) implements DeviceLayer {
    @Override
    public void forward(boolean training, int batch, long x, long y) {
        dnn.activate(function, batch * size, x, y);
    }

    @Override
    public void backward(int batch, long x, long y, long dy, long dx) {
        if (dx != NOBODY) {
            dnn.activateBackward(function, batch * size, x, y, dy, dx);
        }
    }
}
