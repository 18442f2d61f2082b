package io.sweepforge.kernels.nn.vector.conv;

import io.sweepforge.kernels.nn.engine.ConvGeometry;
import io.sweepforge.kernels.nn.engine.Storage;
import io.sweepforge.kernels.nn.vector.Lanes;

/**
 * A convolution of 3×3 by tiles of 2×2 results: 16 products where the direct way takes 36, for some sums before and after.
 * See {@link Winograd}.
 */
final class WinogradConvolution implements Convolution {
    /** With fewer channels or filters the sums cost what the products save. */
    private static final int LEAST_CHANNELS = 8;

    private final Images input;
    private final Images delta;
    private final WinogradWeights transform;
    private final WinogradPass forward;
    private final WinogradPass backward;
    private final WinogradWeightGradient weightGradient;
    private final float[] weights;
    private final float[] mirrored;
    private final float[] noBias;

    /** Whether a convolution can be computed in this way and gains by it. */
    static boolean suits(ConvGeometry g) {
        return g.kernel() == 3
                && g.stride() == 1
                && Math.min(g.channels(), g.filters()) >= LEAST_CHANNELS
                && Math.min(g.outHeight(), g.outWidth()) >= 2;
    }

    /** @param offset position of the weights in the flat parameters */
    WinogradConvolution(ConvGeometry g, int offset, int maxBatch, Storage<float[]> storage) {
        TileGrid outputs = TileGrid.of(g.outHeight(), g.outWidth(), g.channels() + g.filters());
        TileGrid inputs = TileGrid.of(g.height(), g.width(), g.channels() + g.filters());
        input = images(maxBatch, g.height(), g.width(), g.padding(), outputs, g.channels(), storage);
        delta = images(1, g.outHeight(), g.outWidth(), 2 - g.padding(), inputs, g.filters(), storage);
        float[] tiles =
                storage.allocate(Math.max(InputTiles.size(outputs, input.pitch), InputTiles.size(inputs, delta.pitch)));
        float[] products = storage.allocate(
                Math.max(WinogradWeightGradient.size(outputs, g.filters()), WinogradPass.size(inputs, g.channels())));
        InputTiles inputTiles = new InputTiles(outputs, input, tiles);
        forward = new WinogradPass(outputs, inputTiles, g.channels(), g.filters(), products, storage);
        InputTiles deltaTiles = new InputTiles(inputs, delta, tiles);
        backward = new WinogradPass(inputs, deltaTiles, g.filters(), g.channels(), products, storage);
        weightGradient = new WinogradWeightGradient(outputs, inputTiles, delta, g.filters(), products, storage);
        transform = new WinogradWeights(g, offset);
        weights = storage.allocate(WinogradWeights.size(g.channels(), g.filters()));
        mirrored = storage.allocate(WinogradWeights.size(g.filters(), g.channels()));
        noBias = storage.allocate(Tile.covered(g.channels()));
    }

    /** Images with the zeros that all tiles of {@code grid} read. */
    private static Images images(
            int count, int height, int width, int margin, TileGrid grid, int channels, Storage<float[]> storage) {
        int pitch = Lanes.roundUp(channels);
        return new Images(
                count, height, width, margin, grid.frameHeight(), grid.frameWidth(), pitch, Lanes.LANES, storage);
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
        transform.forward(flat, weights);
    }

    @Override
    public void forward(int n, float[] bias, float[] y) {
        forward.apply(n, weights, bias, y);
    }

    @Override
    public void beginBackward(float[] flat, boolean needsInputGradient) {
        weightGradient.clear();
        if (needsInputGradient) {
            transform.mirror(weights, mirrored);
        }
    }

    @Override
    public void backward(int n) {
        weightGradient.add(n);
    }

    @Override
    public void inputGradient(float[] to) {
        backward.apply(0, mirrored, noBias, to);
    }

    @Override
    public void endBackward(float[] gradients) {
        weightGradient.write(transform, gradients);
    }
}
