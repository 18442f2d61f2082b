package io.sweepforge.kernels.nn.vector.conv;

import io.sweepforge.kernels.nn.engine.ConvGeometry;
import io.sweepforge.kernels.nn.engine.ConvUnit;
import io.sweepforge.kernels.nn.engine.Storage;
import io.sweepforge.kernels.nn.engine.TileGrid;
import io.sweepforge.kernels.nn.vector.Lanes;
import java.util.Arrays;

/** Any unit: first the convolution, then the pooling. */
final class ConvBlock implements Block {
    private final ConvUnit unit;
    private final Convolution convolution;
    private final Pooling pooling;
    private final Images resultGradient;
    private final float[] bias;
    private final float[] y;
    private final float[] biasGradient;

    /** @param channelPitch distance between two pixels of the input, at least its channels */
    ConvBlock(ConvUnit unit, int channelPitch, int maxBatch, Storage<float[]> storage) {
        this.unit = unit;
        ConvGeometry g = unit.conv();
        convolution = convolution(unit, channelPitch, maxBatch, storage);
        int covered = Tile.covered(g.filters());
        int slack = Tile.slack(g.filters());
        resultGradient = Images.ofResultGradient(unit, storage);
        pooling = new Pooling(unit, maxBatch, storage);
        bias = storage.allocate(covered);
        y = storage.allocate(g.pixels() * covered + slack);
        biasGradient = storage.allocate(Lanes.roundUp(g.filters()));
    }

    private static Convolution convolution(ConvUnit unit, int channelPitch, int maxBatch, Storage<float[]> storage) {
        return TileGrid.suits(unit.conv())
                ? new WinogradConvolution(unit.conv(), unit.offset(), maxBatch, storage)
                : new DirectConvolution(unit.conv(), unit.offset(), channelPitch, maxBatch, storage);
    }

    @Override
    public Images input() {
        return convolution.input();
    }

    @Override
    public Images resultGradient() {
        return resultGradient;
    }

    @Override
    public void beginForward(float[] flat) {
        convolution.beginForward(flat);
        System.arraycopy(flat, unit.bias(), bias, 0, unit.conv().filters());
    }

    @Override
    public void forward(int n, Images result, int slot) {
        convolution.forward(n, bias, y);
        pooling.forward(n, y, result, slot);
    }

    @Override
    public void beginBackward(float[] flat, boolean needsInputGradient) {
        convolution.beginBackward(flat, needsInputGradient);
        Arrays.fill(biasGradient, 0);
    }

    @Override
    public void backward(int n) {
        pooling.backward(n, resultGradient, convolution.delta(), unit.conv().stride(), biasGradient);
        convolution.backward(n);
    }

    @Override
    public void inputGradient(float[] to) {
        convolution.inputGradient(to);
    }

    @Override
    public void endBackward(float[] gradients) {
        convolution.endBackward(gradients);
        System.arraycopy(biasGradient, 0, gradients, unit.bias(), unit.conv().filters());
    }
}
