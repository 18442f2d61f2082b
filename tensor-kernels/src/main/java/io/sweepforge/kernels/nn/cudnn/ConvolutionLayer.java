package io.sweepforge.kernels.nn.cudnn;

import io.sweepforge.kernels.nn.Stage;
import io.sweepforge.kernels.nn.cudnn.MemoryPlan.Place;
import io.sweepforge.kernels.nn.engine.ConvGeometry;

/** A convolution by cuDNN. Its filters lie on the device as [K, C, k, k], in the flat parameters as [C, k, k, K]. */
final class ConvolutionLayer implements DeviceLayer {
    private final DnnConvolution dnn;
    private final ParameterSpace parameters;
    private final Place workspace;
    private final long filters;
    private final long bias;

    ConvolutionLayer(Stage stage, ConvGeometry geometry, Site site) {
        this.dnn = site.dnn().convolution(geometry, site.maxBatch());
        site.scope().onClose(dnn::close);
        this.parameters = site.parameters();
        this.workspace = site.memory().scratch(dnn.workspaceBytes());
        this.filters = parameters.area((long) geometry.patchSize() * geometry.filters() * Float.BYTES);
        this.bias = parameters.area((long) geometry.filters() * Float.BYTES);
        place(stage.parameterOffset(), geometry.patchSize(), geometry.filters());
    }

    private void place(int first, int patch, int count) {
        for (int tap = 0; tap < patch; tap++) {
            for (int filter = 0; filter < count; filter++) {
                parameters.place(first + tap * count + filter, filters + ((long) filter * patch + tap) * Float.BYTES);
            }
        }
        parameters.placeAll(first + patch * count, count, bias);
    }

    @Override
    public void forward(boolean training, int batch, long x, long y) {
        long weights = parameters.weights();
        dnn.forward(batch, x, weights + filters, weights + bias, y, workspace.address());
    }

    @Override
    public void backward(int batch, long x, long y, long dy, long dx) {
        long gradients = parameters.gradients();
        dnn.backwardParameters(batch, x, dy, gradients + filters, gradients + bias, workspace.address());
        if (dx != NOBODY) {
            dnn.backwardInput(batch, parameters.weights() + filters, dy, dx, workspace.address());
        }
    }
}
