package io.sweepforge.kernels.nn;

import io.sweepforge.kernels.nn.engine.ConvGeometry;
import io.sweepforge.kernels.nn.engine.ConvUnit;
import io.sweepforge.kernels.nn.engine.TileGrid;
import java.util.List;

/** How many elements the workspace of consecutive convolutions has where vectors are widest. */
final class ConvMemory {
    /** Floats in a vector register of 512 bits. */
    private static final int VECTOR = 16;
    /** Rows that the last tile may write in vain. */
    private static final int SLACK = 9;
    /** Pixels whose gradients are copied side by side for the weights' gradient. */
    private static final int SLICE = 256;

    private ConvMemory() {}

    static long elements(List<ConvUnit> units, int maxBatch) {
        ConvUnit first = units.get(0);
        ConvUnit last = units.get(units.size() - 1);
        ConvGeometry g = first.conv();
        long pitch = g.channels();
        long elements = last.outPixels() * pitch(last.conv().filters())
                + ((long) g.height() * g.width() + SLACK) * covered(g.channels());
        for (ConvUnit unit : units) {
            elements += maxBatch * kept(unit, pitch) + scratch(unit, pitch);
            pitch = pitch(unit.conv().filters());
        }
        return elements;
    }

    /** For each image of a batch: the input with its zeros, and a code for each result. */
    private static long kept(ConvUnit unit, long pitch) {
        ConvGeometry g = unit.conv();
        long input = TileGrid.suits(g) ? frame(TileGrid.ofOutput(g)) * pitch(g.channels()) : frame(g) * pitch;
        return input + unit.outPixels() * pitch(g.filters());
    }

    private static long scratch(ConvUnit unit, long pitch) {
        return unit.isGrey() ? grey(unit) : general(unit, pitch);
    }

    /** Weights, biases and their sums; the gradient of one image's result. */
    private static long grey(ConvUnit unit) {
        ConvGeometry g = unit.conv();
        return 2 * (g.patchSize() + 1L) * pitch(g.filters())
                + (unit.outPixels() + SLACK) * covered(g.filters())
                + VECTOR;
    }

    private static long general(ConvUnit unit, long pitch) {
        ConvGeometry g = unit.conv();
        long covered = covered(g.filters());
        return (TileGrid.suits(g) ? winograd(g) : direct(g, pitch))
                + (g.pixels() + unit.outPixels() + 2 * SLACK) * covered
                + 2 * covered
                + covered(g.channels())
                + 8 * VECTOR;
    }

    /** Weights, packed twice, and their sums; the output's gradient, and a slice of it; the input's planes; positions. */
    private static long direct(ConvGeometry g, long pitch) {
        long area = (long) g.kernel() * g.kernel();
        long filters = pitch(g.filters());
        long covered = covered(g.filters());
        return area * (covered * pitch + covered(g.channels()) * filters + g.channels() * covered)
                + SLACK * covered
                + (g.height() + g.kernel() - 1L) * rowPixels(g) * filters
                + SLICE * Math.min(covered, 2L * VECTOR)
                + g.channels() * frame(g)
                + g.pixels()
                + (long) g.height() * g.width()
                + g.patchSize();
    }

    /** Transformed weights and their sums; the output's gradient; transformed tiles of the input and of the output's gradient. */
    private static long winograd(ConvGeometry g) {
        long channels = pitch(g.channels());
        long filters = pitch(g.filters());
        long weights = Math.max(g.channels() * wide(g.filters()), g.filters() * wide(g.channels()));
        TileGrid outputs = TileGrid.ofOutput(g);
        TileGrid inputs = TileGrid.ofInput(g);
        long margin = 2L - g.padding();
        return TileGrid.SPECTRUM * (weights + channels * wide(g.filters()))
                + Math.max(inputs.frameHeight(), margin + outputs.coveredHeight())
                        * Math.max(inputs.frameWidth(), margin + outputs.coveredWidth())
                        * filters
                + tiles(outputs, channels)
                + tiles(inputs, filters);
    }

    /** Tiles, the products of one panel, and a row of each on its way. */
    private static long tiles(TileGrid grid, long pitch) {
        long atOnce = grid.tilesAtOnce() + 3L;
        return TileGrid.SPECTRUM * atOnce * (pitch + wide(1))
                + TileGrid.SPAN * VECTOR * (2L * grid.coveredWidth() + 2)
                + VECTOR;
    }

    private static long frame(TileGrid grid) {
        return (long) grid.frameHeight() * grid.frameWidth();
    }

    private static long frame(ConvGeometry g) {
        return (g.height() + 2L * g.padding()) * rowPixels(g);
    }

    private static long rowPixels(ConvGeometry g) {
        return g.width() + Math.max(2L * g.padding(), g.kernel() - 1L);
    }

    private static long pitch(long channels) {
        return (channels + VECTOR - 1) / VECTOR * VECTOR;
    }

    /** Pairs of vectors. */
    private static long wide(long channels) {
        return pitch(pitch(channels) / 2) * 2;
    }

    /** One vector or pairs of vectors. */
    private static long covered(long channels) {
        return channels <= VECTOR ? VECTOR : wide(channels);
    }
}
