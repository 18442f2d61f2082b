package io.sweepforge.kernels.nn.cudnn;

import io.sweepforge.kernels.nn.LayerSpec;
import io.sweepforge.kernels.nn.Stage;
import io.sweepforge.kernels.nn.cudnn.MemoryPlan.Place;

/**
 * One level of an LSTM by cuDNN, which takes and gives whole sequences. Where only final states are asked for, the sequences
 * stay in here. Weights lie in cuDNN's weight space, the transpose of the flat parameters gate by gate.
 */
final class LstmLayer implements DeviceLayer {
    private final Launcher launcher;
    private final ParameterSpace parameters;
    private final LstmShape shape;
    private final DnnLstm dnn;
    private final boolean sequence;
    private final long area;
    private final Place workspace;
    private final Place reserve;
    private final Place ownOutput;
    private final Place ownOutputGradient;
    private final Place ownInputGradient;

    LstmLayer(Stage stage, LayerSpec.Lstm lstm, Site site) {
        this.launcher = site.launcher();
        this.parameters = site.parameters();
        this.shape = new LstmShape(stage.input().get(0), stage.input().get(1), lstm.hidden(), lstm.directions());
        this.dnn = site.dnn().lstm(shape, site.maxBatch());
        site.scope().onClose(dnn::close);
        this.sequence = lstm.returnSequence();
        this.area = parameters.area(dnn.weightBytes());
        LstmParameters.place(stage, shape, dnn, area, parameters);
        MemoryPlan memory = site.memory();
        this.workspace = memory.scratch(dnn.workspaceBytes());
        this.reserve = memory.reserve(dnn.reserveBytes());
        int inside = sequence ? 0 : site.batched(Math.multiplyExact(shape.steps(), shape.outputs()));
        this.ownOutput = memory.reserveFloats(inside);
        this.ownOutputGradient = memory.reserveFloats(inside);
        this.ownInputGradient = memory.reserveFloats(site.batched(stage.inputSize()));
    }

    @Override
    public void forward(boolean training, int batch, long x, long y) {
        if (sequence) {
            dnn.forward(training, batch, x, y, spaces());
        } else {
            dnn.forward(training, batch, x, ownOutput.address(), spaces());
            lastStates("last_states", batch, batch * shape.outputs(), ownOutput.address(), y);
        }
    }

    /** cuDNN computes the gradient by the input whether anybody needs it or not, and adds to those by the weights. */
    @Override
    public void backward(int batch, long x, long y, long dy, long dx) {
        launcher.stream().clear(parameters.gradients() + area, dnn.weightBytes());
        long inputGradient = dx == NOBODY ? ownInputGradient.address() : dx;
        if (sequence) {
            dnn.backward(batch, x, y, dy, inputGradient, spaces());
        } else {
            int count = batch * shape.steps() * shape.outputs();
            lastStates("last_state_gradients", batch, count, dy, ownOutputGradient.address());
            dnn.backward(batch, x, ownOutput.address(), ownOutputGradient.address(), inputGradient, spaces());
        }
    }

    private DnnLstm.Spaces spaces() {
        return new DnnLstm.Spaces(
                parameters.weights() + area, parameters.gradients() + area, workspace.address(), reserve.address());
    }

    private void lastStates(String function, int batch, int count, long from, long to) {
        Arguments arguments = new Arguments()
                .wide(from)
                .wide(to)
                .integer(batch)
                .integer(shape.steps())
                .integer(shape.hidden())
                .integer(shape.directions());
        launcher.each("sequences", function, count, arguments);
    }
}
