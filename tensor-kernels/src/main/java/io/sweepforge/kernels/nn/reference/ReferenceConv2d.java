package io.sweepforge.kernels.nn.reference;

import io.sweepforge.kernels.nn.engine.ConvGeometry;
import io.sweepforge.kernels.nn.engine.Layer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * y[n, k, r, s] = b[k] + sum over c, i, j of W[c, i, j, k] x[n, c, r stride + i - padding, s stride + j - padding], with x
 * zero outside the image; W is followed by b [filters] in the flat parameters.
 */
final class ReferenceConv2d implements Layer<double[]> {
    private final ConvGeometry g;
    private final int offset;
    private final int bias;

    ReferenceConv2d(ConvGeometry geometry, int offset) {
        this.g = geometry;
        this.offset = offset;
        this.bias = offset + geometry.patchSize() * geometry.filters();
    }

    @Override
    public void forward(double[] weights, double[] x, double[] y, int batch) {
        for (int out = 0; out < batch * g.outputSize(); out++) {
            double sum = weights[bias + filter(out)];
            for (int tap = 0; tap < g.patchSize(); tap++) {
                int in = source(out, tap);
                sum += in < 0 ? 0 : x[in] * weights[offset + tap * g.filters() + filter(out)];
            }
            y[out] = sum;
        }
    }

    @Override
    public void backward(
            double[] weights,
            double[] x,
            double[] y,
            double[] dy,
            int batch,
            double[] gradients,
            double @Nullable [] dx) {
        Arrays.fill(gradients, offset, bias + g.filters(), 0);
        if (dx != null) {
            Arrays.fill(dx, 0);
        }
        for (int out = 0; out < batch * g.outputSize(); out++) {
            gradients[bias + filter(out)] += dy[out];
            for (int tap = 0; tap < g.patchSize(); tap++) {
                int in = source(out, tap);
                int weight = offset + tap * g.filters() + filter(out);
                if (in >= 0) {
                    gradients[weight] += x[in] * dy[out];
                }
                if (in >= 0 && dx != null) {
                    dx[in] += weights[weight] * dy[out];
                }
            }
        }
    }

    private int filter(int out) {
        return out / g.pixels() % g.filters();
    }

    /** Position in x that weight {@code tap} of a filter meets for output {@code out}; -1 in the padding. */
    private int source(int out, int tap) {
        int image = out / g.outputSize();
        int channel = tap / (g.kernel() * g.kernel());
        int row = out / g.outWidth() % g.outHeight() * g.stride() + tap / g.kernel() % g.kernel() - g.padding();
        int column = out % g.outWidth() * g.stride() + tap % g.kernel() - g.padding();
        boolean inside = row >= 0 && row < g.height() && column >= 0 && column < g.width();
        return inside ? ((image * g.channels() + channel) * g.height() + row) * g.width() + column : -1;
    }
}
