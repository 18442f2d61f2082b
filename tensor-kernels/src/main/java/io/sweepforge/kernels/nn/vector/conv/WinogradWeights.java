package io.sweepforge.kernels.nn.vector.conv;

import io.sweepforge.kernels.nn.engine.ConvGeometry;

/**
 * Weights [channels, 3, 3, filters] and their transformed form G g Gᵀ: for each of 16 elements panels [inputs, width] of
 * outputs, see {@link Tile},, see {@link Winograd}.
 */
final class WinogradWeights {
    private static final int TAPS = 9;

    private final ConvGeometry g;
    private final int offset;
    private final float[] taps = new float[TAPS];
    private final float[] columns = new float[12];

    /** @param offset position of the weights in the flat parameters */
    WinogradWeights(ConvGeometry g, int offset) {
        this.g = g;
        this.offset = offset;
    }

    static int size(int inputs, int outputs) {
        return TileGrid.SPECTRUM * inputs * Tile.covered(outputs);
    }

    /** Position of an element of a transformed weight. */
    private static int at(int element, int input, int inputs, int output, int outputs) {
        int width = Tile.width(outputs);
        int panel = output / width * width;
        return (element * Tile.covered(outputs) + panel) * inputs + input * width + output - panel;
    }

    /** Transforms the weights for the convolution: inputs are the channels, outputs the filters. */
    void forward(float[] flat, float[] to) {
        for (int channel = 0; channel < g.channels(); channel++) {
            for (int filter = 0; filter < g.filters(); filter++) {
                load(flat, channel, filter);
                for (int i = 0; i < 3; i++) {
                    expand(taps, i, 3, columns, i, 3);
                }
                int first = at(0, channel, g.channels(), filter, g.filters());
                int plane = at(1, channel, g.channels(), filter, g.filters()) - first;
                for (int i = 0; i < 4; i++) {
                    expand(columns, 3 * i, 1, to, first + 4 * i * plane, plane);
                }
            }
        }
    }

    private void load(float[] flat, int channel, int filter) {
        for (int tap = 0; tap < TAPS; tap++) {
            taps[tap] = flat[offset + (channel * TAPS + tap) * g.filters() + filter];
        }
    }

    /** G times a column of three. */
    private static void expand(float[] from, int at, int step, float[] to, int first, int distance) {
        float a = from[at];
        float b = from[at + step];
        float c = from[at + 2 * step];
        to[first] = a;
        to[first + distance] = 0.5f * (a + b + c);
        to[first + 2 * distance] = 0.5f * (a - b + c);
        to[first + 3 * distance] = c;
    }

    /**
     * Turns what {@link #forward} gave into the weights of the gradient by the input: inputs are the filters, outputs the
     * channels. A mirrored kernel has the first and the last of G's four rows exchanged.
     */
    void mirror(float[] transformed, float[] to) {
        for (int element = 0; element < TileGrid.SPECTRUM; element++) {
            int mirrored = 4 * exchange(element / 4) + exchange(element % 4);
            for (int channel = 0; channel < g.channels(); channel++) {
                for (int filter = 0; filter < g.filters(); filter++) {
                    to[at(mirrored, filter, g.filters(), channel, g.channels())] =
                            transformed[at(element, channel, g.channels(), filter, g.filters())];
                }
            }
        }
    }

    private static int exchange(int row) {
        return row == 0 ? 3 : row == 3 ? 0 : row;
    }

    /**
     * Writes Gᵀ u G, the gradient of the weights.
     *
     * @param u for each element [channels, covered]
     * @param plane distance between two elements
     */
    void gradient(float[] u, int plane, int covered, float[] gradients) {
        for (int channel = 0; channel < g.channels(); channel++) {
            for (int filter = 0; filter < g.filters(); filter++) {
                int from = channel * covered + filter;
                for (int i = 0; i < 4; i++) {
                    reduce(u, from + 4 * i * plane, plane, columns, 3 * i, 1);
                }
                int to = offset + channel * TAPS * g.filters() + filter;
                for (int i = 0; i < 3; i++) {
                    reduce(columns, i, 3, gradients, to + i * g.filters(), 3 * g.filters());
                }
            }
        }
    }

    /** Gᵀ times a column of four. */
    private static void reduce(float[] from, int at, int step, float[] to, int first, int distance) {
        float a = from[at];
        float b = from[at + step];
        float c = from[at + 2 * step];
        float d = from[at + 3 * step];
        to[first] = a + 0.5f * (b + c);
        to[first + distance] = 0.5f * (b - c);
        to[first + 2 * distance] = 0.5f * (b + c) + d;
    }
}
