package io.sweepforge.kernels.nn.vector.conv;

import io.sweepforge.kernels.nn.engine.ConvGeometry;
import io.sweepforge.kernels.nn.engine.Storage;
import io.sweepforge.kernels.nn.engine.TileGrid;
import io.sweepforge.kernels.nn.vector.Lanes;

/**
 * A convolution of 3×3 by tiles of 4×4 results: 36 products where the direct way takes 144, for some sums before and after.
 * See {@link Winograd}.
 */
final class WinogradConvolution implements Convolution {
    private final Images input;
    private final Images delta;
    private final WinogradWeights transform;
    private final WinogradPass forward;
    private final WinogradPass backward;
    private final WinogradWeightGradient weightGradient;
    /** Of the pass at hand. */
    private final float[] weights;

    private final float[] noBias;

    /** @param offset position of the weights in the flat parameters */
    WinogradConvolution(ConvGeometry g, int offset, int maxBatch, Storage<float[]> storage) {
        TileGrid outputs = TileGrid.ofOutput(g);
        TileGrid inputs = TileGrid.ofInput(g);
        input = new Images(
                maxBatch,
                g.height(),
                g.width(),
                g.padding(),
                outputs.frameHeight(),
                outputs.frameWidth(),
                Lanes.roundUp(g.channels()),
                0,
                storage);
        int margin = 2 - g.padding();
        delta = new Images(
                1,
                g.outHeight(),
                g.outWidth(),
                margin,
                Math.max(inputs.frameHeight(), margin + outputs.coveredHeight()),
                Math.max(inputs.frameWidth(), margin + outputs.coveredWidth()),
                Lanes.roundUp(g.filters()),
                0,
                storage);
        InputTiles inputTiles = new InputTiles(outputs, input, g.channels(), storage);
        InputTiles deltaTiles = new InputTiles(inputs, delta, g.filters(), storage);
        ProductTiles products = new ProductTiles(outputs, storage);
        forward = new WinogradPass(inputTiles, products, g.channels(), g.filters());
        backward = new WinogradPass(deltaTiles, new ProductTiles(inputs, storage), g.filters(), g.channels());
        weightGradient = new WinogradWeightGradient(inputTiles, products, delta, g.filters(), storage);
        transform = new WinogradWeights(g, offset);
        weights = storage.allocate(Math.max(
                WinogradWeights.size(g.channels(), g.filters()), WinogradWeights.size(g.filters(), g.channels())));
        noBias = storage.allocate(Tile.covered(g.channels()));
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
            transform.mirrored(flat, weights);
        }
    }

    @Override
    public void backward(int n) {
        weightGradient.add(n);
    }

    @Override
    public void inputGradient(float[] to) {
        backward.apply(0, weights, noBias, to);
    }

    @Override
    public void endBackward(float[] gradients) {
        weightGradient.write(transform, gradients);
    }
}
