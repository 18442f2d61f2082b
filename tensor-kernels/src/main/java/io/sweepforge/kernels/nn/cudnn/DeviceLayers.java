package io.sweepforge.kernels.nn.cudnn;

import io.sweepforge.kernels.nn.LayerSpec;
import io.sweepforge.kernels.nn.Stage;
import io.sweepforge.kernels.nn.cudnn.MemoryPlan.Place;
import io.sweepforge.kernels.nn.engine.ConvGeometry;

/** Chooses the layer of a stage. */
final class DeviceLayers {
    private DeviceLayers() {}

    /** @param settings of the step, on the device */
    static DeviceLayer of(Stage stage, Place settings, Site site) {
        LayerSpec layer = stage.layer();
        if (layer instanceof LayerSpec.Lstm lstm) {
            return new LstmLayer(stage, lstm, site);
        } else if (layer instanceof LayerSpec.Conv2d conv) {
            return new ConvolutionLayer(stage, ConvGeometry.of(stage, conv), site);
        } else if (layer instanceof LayerSpec.MaxPool2d pool) {
            return new MaxPoolLayer(site.launcher(), stage, pool);
        } else if (layer instanceof LayerSpec.Dense dense) {
            return new DenseLayer(stage, dense.units(), site);
        } else if (layer instanceof LayerSpec.Dropout dropout) {
            return new DropoutLayer(site.launcher(), settings, stage.index(), stage.outputSize(), dropout.rate());
        } else if (layer instanceof LayerSpec.Activation activation) {
            return new ActivationLayer(site.dnn(), activation.function(), stage.outputSize());
        }
        throw new IllegalArgumentException("layer must be one that computes, was " + layer.kind());
    }
}
