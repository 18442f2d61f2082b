package io.sweepforge.kernels.nn.engine;

import io.sweepforge.kernels.nn.LayerSpec;
import io.sweepforge.kernels.nn.LayerSpec.Activation;
import io.sweepforge.kernels.nn.LayerSpec.Activation.Function;
import io.sweepforge.kernels.nn.Stage;
import java.util.ArrayList;
import java.util.List;

/**
 * A convolution with the ReLU and the maximum over windows that follow it.
 *
 * @param offset position of its weights in the flat parameters
 * @param relu whether a ReLU follows
 * @param pool height and width of a window, 1 when no pooling follows
 * @param outHeight height of what comes out, after pooling
 * @param outWidth width of what comes out, after pooling
 */
public record ConvUnit(
        ConvGeometry conv, int offset, boolean relu, int pool, int poolStride, int outHeight, int outWidth) {

    /** Splits stages into runs: as many units in a row as there are, every other stage alone. */
    public static List<List<Stage>> runs(List<Stage> stages) {
        List<List<Stage>> runs = new ArrayList<>();
        for (int from = 0; from < stages.size(); ) {
            int to = from;
            while (length(stages, to) > 0) {
                to += length(stages, to);
            }
            to = Math.max(to, from + 1);
            runs.add(stages.subList(from, to));
            from = to;
        }
        return runs;
    }

    /** The units of a run that begins with a convolution. */
    public static List<ConvUnit> of(List<Stage> run) {
        List<ConvUnit> units = new ArrayList<>();
        for (int from = 0; from < run.size(); from += length(run, from)) {
            units.add(unit(run.subList(from, from + length(run, from))));
        }
        return units;
    }

    private static ConvUnit unit(List<Stage> stages) {
        Stage first = stages.get(0);
        Stage last = stages.get(stages.size() - 1);
        LayerSpec.MaxPool2d pool =
                last.layer() instanceof LayerSpec.MaxPool2d found ? found : new LayerSpec.MaxPool2d(1, 1);
        return new ConvUnit(
                ConvGeometry.of(first, (LayerSpec.Conv2d) first.layer()),
                first.parameterOffset(),
                isRelu(stages, 1),
                pool.size(),
                pool.stride(),
                last.output().get(1),
                last.output().get(2));
    }

    /** Stages of the unit that begins at {@code from}; 0 when none does. */
    private static int length(List<Stage> stages, int from) {
        if (from >= stages.size() || !(stages.get(from).layer() instanceof LayerSpec.Conv2d)) {
            return 0;
        }
        int pool = from + (isRelu(stages, from + 1) ? 2 : 1);
        boolean pooled = pool < stages.size() && stages.get(pool).layer() instanceof LayerSpec.MaxPool2d;
        return pool - from + (pooled ? 1 : 0);
    }

    private static boolean isRelu(List<Stage> stages, int at) {
        return at < stages.size()
                && stages.get(at).layer() instanceof Activation activation
                && activation.function() == Function.RELU;
    }

    /**
     * Whether it is a network's first one, 3×3 with stride 1 over one channel, with a maximum over 2×2: it needs no gradient of
     * its input, and a window and its taps read 16 pixels.
     */
    public boolean isGrey() {
        return offset == 0
                && conv.channels() == 1
                && conv.kernel() == 3
                && conv.stride() == 1
                && pool == 2
                && poolStride == 2;
    }

    /** Position of its biases in the flat parameters. */
    public int bias() {
        return offset + conv.patchSize() * conv.filters();
    }

    /** Pixels of one channel of what comes out. */
    public int outPixels() {
        return outHeight * outWidth;
    }
}
