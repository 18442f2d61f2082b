package io.sweepforge.kernels.nn;

import io.sweepforge.kernels.nn.engine.ConvGeometry;
import io.sweepforge.kernels.nn.engine.ConvUnit;
import java.util.List;

/** How many elements the workspace of consecutive convolutions has where vectors are widest. */
final class ConvMemory {
    /** Floats in a vector register of 512 bits. */
    private static final int VECTOR = 16;
    /** Rows that the last tile may write in vain. */
    private static final int SLACK = 8;

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
        return frame(unit.conv()) * pitch + unit.outPixels() * pitch(unit.conv().filters());
    }

    /** Weights, packed twice, and their sums; for one image the output, its gradient twice, the input's planes; positions. */
    private static long scratch(ConvUnit unit, long pitch) {
        ConvGeometry g = unit.conv();
        long area = (long) g.kernel() * g.kernel();
        long filters = pitch(g.filters());
        long covered = covered(g.filters());
        return area * (covered * pitch + covered(g.channels()) * filters + g.channels() * covered)
                + (g.pixels() + unit.outPixels() + 3 * SLACK) * covered
                + (g.height() + g.kernel() - 1L) * rowPixels(g) * filters
                + g.channels() * frame(g)
                + g.pixels()
                + (long) g.height() * g.width()
                + g.patchSize()
                + 2 * covered
                + covered(g.channels())
                + 8 * VECTOR;
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

    /** One vector or pairs of vectors. */
    private static long covered(long channels) {
        return channels <= VECTOR ? VECTOR : pitch(pitch(channels) / 2) * 2;
    }
}
