package io.sweepforge.kernels.nn.vector.conv;

import io.sweepforge.kernels.nn.engine.ConvGeometry;

/** Brings weights [channels, kernel, kernel, filters] into the order in which a {@link Correlation} reads them. */
final class PackedWeights {
    private PackedWeights() {}

    /** Taps row by row with {@code pitch} channels each; outputs are the filters. */
    static void forward(ConvGeometry g, float[] flat, int offset, int pitch, Correlation order, float[] packed) {
        int area = g.kernel() * g.kernel();
        for (int channel = 0; channel < g.channels(); channel++) {
            for (int place = 0; place < area; place++) {
                int source = offset + (channel * area + place) * g.filters();
                for (int filter = 0; filter < g.filters(); filter += order.width()) {
                    System.arraycopy(
                            flat,
                            source + filter,
                            packed,
                            order.weight(place * pitch + channel, filter),
                            Math.min(order.width(), g.filters() - filter));
                }
            }
        }
    }

    /** Taps row by row from the last to the first, with {@code pitch} filters each; outputs are the channels. */
    static void mirrored(ConvGeometry g, float[] flat, int offset, int pitch, Correlation order, float[] packed) {
        int area = g.kernel() * g.kernel();
        for (int channel = 0; channel < g.channels(); channel++) {
            for (int place = 0; place < area; place++) {
                int source = offset + (channel * area + place) * g.filters();
                int target = order.weight((area - 1 - place) * pitch, channel);
                for (int filter = 0; filter < g.filters(); filter++) {
                    packed[target + filter * order.width()] = flat[source + filter];
                }
            }
        }
    }
}
