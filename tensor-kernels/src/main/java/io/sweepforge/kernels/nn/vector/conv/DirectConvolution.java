package io.sweepforge.kernels.nn.vector.conv;

import io.sweepforge.kernels.nn.engine.ConvGeometry;
import io.sweepforge.kernels.nn.engine.Storage;
import io.sweepforge.kernels.nn.vector.Lanes;

/** Any convolution, as sums of weighted taps straight from the image. */
final class DirectConvolution implements Convolution {
    private final ConvGeometry g;
    private final int offset;
    private final Images input;
    private final Images delta;
    private final Correlation forward;
    private final Correlation backward;
    private final WeightGradient weightGradient;
    private final float[] weights;
    private final float[] mirrored;
    private final float[] noBias;
    private final float[] planes;

    /**
     * @param offset position of the weights in the flat parameters
     * @param channelPitch distance between two pixels of the input, at least its channels
     */
    DirectConvolution(ConvGeometry g, int offset, int channelPitch, int maxBatch, Storage<float[]> storage) {
        this.g = g;
        this.offset = offset;
        int pitch = Lanes.roundUp(g.filters());
        int k = g.kernel();
        int rowPixels = g.width() + Math.max(2 * g.padding(), k - 1);
        int frame = g.height() + 2 * g.padding();
        input = new Images(maxBatch, g.height(), g.width(), g.padding(), frame, rowPixels, channelPitch, 0, storage);
        delta = new Images(
                1,
                g.outHeight(),
                g.outWidth(),
                k - 1 - g.padding(),
                g.height() + k - 1,
                rowPixels,
                pitch,
                Lanes.LANES,
                storage);
        forward = new Correlation(
                g.outHeight(),
                g.outWidth(),
                g.stride() * rowPixels * channelPitch,
                g.stride() * channelPitch,
                k,
                k * channelPitch,
                rowPixels * channelPitch,
                g.padding(),
                g.padding() + g.height(),
                g.filters(),
                storage);
        backward = new Correlation(
                g.height(),
                g.width(),
                rowPixels * pitch,
                pitch,
                k,
                k * pitch,
                rowPixels * pitch,
                k - 1 - g.padding(),
                k - 1 - g.padding() + g.stride() * (g.outHeight() - 1) + 1,
                g.channels(),
                storage);
        weightGradient = new WeightGradient(g, input, storage);
        weights = storage.allocate(forward.weights());
        mirrored = storage.allocate(backward.weights());
        noBias = storage.allocate(Tile.covered(g.channels()));
        planes = storage.allocate(g.channels() * input.pixels);
    }

    @Override
    public Images input() {
        return input;
    }

    @Override
    public Images delta() {
        return delta;
    }

    @Override
    public void beginForward(float[] flat) {
        PackedWeights.forward(g, flat, offset, input.pitch, forward, weights);
    }

    @Override
    public void forward(int n, float[] bias, float[] y) {
        forward.apply(input.data, input.frame(n), weights, bias, y);
    }

    @Override
    public void beginBackward(float[] flat, boolean needsInputGradient) {
        weightGradient.clear();
        if (needsInputGradient) {
            PackedWeights.mirrored(g, flat, offset, delta.pitch, backward, mirrored);
        }
    }

    @Override
    public void backward(int n) {
        int span = g.stride() * ((g.outHeight() - 1) * delta.rowPixels + g.outWidth() - 1) + 1;
        if (input.pitch == 1) {
            weightGradient.add(input.data, input.frame(n), delta.data, delta.row(0, 0), delta.pitch, span);
        } else {
            input.separate(n, g.channels(), planes);
            weightGradient.add(planes, 0, delta.data, delta.row(0, 0), delta.pitch, span);
        }
    }

    @Override
    public void inputGradient(float[] to) {
        backward.apply(delta.data, 0, mirrored, noBias, to);
    }

    @Override
    public void endBackward(float[] gradients) {
        weightGradient.write(gradients, offset);
    }
}
