package io.sweepforge.kernels.nn.vector.conv;

import static io.sweepforge.kernels.nn.vector.MicroKernel.WIDE;

import io.sweepforge.kernels.nn.engine.ConvGeometry;
import io.sweepforge.kernels.nn.engine.TileGrid;

/**
 * Weights [channels, 3, 3, filters] and their transformed form G g Gᵀ: for each element panels [inputs, WIDE] of outputs, see
 * {@link Winograd}.
 */
final class WinogradWeights {
    private static final int EDGE = 3;
    private static final int TAPS = EDGE * EDGE;
    /** Two vectors of 512 bits; only panels of vectors wider still are longer. */
    private static final int WIDEST = Math.max(32, WIDE);

    private final ConvGeometry g;
    private final int offset;
    private final float[] taps = new float[TAPS];
    private final float[] columns = new float[TileGrid.SPAN * EDGE];

    /** @param offset position of the weights in the flat parameters */
    WinogradWeights(ConvGeometry g, int offset) {
        this.g = g;
        this.offset = offset;
    }

    static int size(int inputs, int outputs) {
        return TileGrid.SPECTRUM * plane(inputs, outputs);
    }

    private static int plane(int inputs, int outputs) {
        return inputs * covered(outputs);
    }

    /** Columns of whole panels of the widest vectors, so that a lane needs as much memory on one machine as on another. */
    static int covered(int outputs) {
        return (outputs + WIDEST - 1) / WIDEST * WIDEST;
    }

    /** Position of an element of a transformed weight. */
    static int at(int element, int input, int inputs, int output, int outputs) {
        int panel = output / WIDE * WIDE;
        return element * plane(inputs, outputs) + panel * inputs + input * WIDE + output - panel;
    }

    /** Transforms the weights for the convolution: inputs are the channels, outputs the filters. */
    void forward(float[] flat, float[] to) {
        int plane = plane(g.channels(), g.filters());
        for (int channel = 0; channel < g.channels(); channel++) {
            for (int filter = 0; filter < g.filters(); filter++) {
                int first = offset + channel * TAPS * g.filters() + filter;
                transform(flat, first, g.filters(), to, at(0, channel, g.channels(), filter, g.filters()), plane);
            }
        }
    }

    /** Transforms the mirrored weights for the gradient by the input: inputs are the filters, outputs the channels. */
    void mirrored(float[] flat, float[] to) {
        int plane = plane(g.filters(), g.channels());
        for (int channel = 0; channel < g.channels(); channel++) {
            for (int filter = 0; filter < g.filters(); filter++) {
                int last = offset + (channel * TAPS + TAPS - 1) * g.filters() + filter;
                transform(flat, last, -g.filters(), to, at(0, filter, g.filters(), channel, g.channels()), plane);
            }
        }
    }

    private void transform(float[] flat, int first, int step, float[] to, int at, int plane) {
        for (int tap = 0; tap < TAPS; tap++) {
            taps[tap] = flat[first + tap * step];
        }
        for (int i = 0; i < EDGE; i++) {
            expand(taps, i, EDGE, columns, i, EDGE);
        }
        for (int i = 0; i < TileGrid.SPAN; i++) {
            expand(columns, i * EDGE, 1, to, at + i * TileGrid.SPAN * plane, plane);
        }
    }

    /** G times a column of three. */
    private static void expand(float[] from, int at, int step, float[] to, int first, int distance) {
        float a = from[at];
        float b = from[at + step];
        float c = from[at + 2 * step];
        float near = (a + c) / 6;
        float far = a / 24 + c / 6;
        to[first] = a / 4;
        to[first + distance] = -near - b / 6;
        to[first + 2 * distance] = b / 6 - near;
        to[first + 3 * distance] = far + b / 12;
        to[first + 4 * distance] = far - b / 12;
        to[first + 5 * distance] = c;
    }

    /**
     * Writes Gᵀ u G, the gradient of the weights.
     *
     * @param u for each element [channels, covered filters], {@code plane} apart
     */
    void gradient(float[] u, int plane, float[] gradients) {
        for (int channel = 0; channel < g.channels(); channel++) {
            for (int filter = 0; filter < g.filters(); filter++) {
                int from = channel * covered(g.filters()) + filter;
                for (int i = 0; i < TileGrid.SPAN; i++) {
                    reduce(u, from + i * TileGrid.SPAN * plane, plane, columns, i * EDGE, 1);
                }
                int to = offset + channel * TAPS * g.filters() + filter;
                for (int i = 0; i < EDGE; i++) {
                    reduce(columns, i, EDGE, gradients, to + i * g.filters(), EDGE * g.filters());
                }
            }
        }
    }

    /** Gᵀ times a column of six. */
    private static void reduce(float[] from, int at, int step, float[] to, int first, int distance) {
        float b = from[at + step];
        float c = from[at + 2 * step];
        float d = from[at + 3 * step];
        float e = from[at + 4 * step];
        to[first] = from[at] / 4 - (b + c) / 6 + (d + e) / 24;
        to[first + distance] = (c - b) / 6 + (d - e) / 12;
        to[first + 2 * distance] = (d + e - b - c) / 6 + from[at + 5 * step];
    }
}
