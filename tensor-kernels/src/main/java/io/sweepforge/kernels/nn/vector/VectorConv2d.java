package io.sweepforge.kernels.nn.vector;

import io.sweepforge.kernels.nn.engine.ConvGeometry;
import io.sweepforge.kernels.nn.engine.Layer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Convolution, image by image, as products with the image's patches. The parameters are W [patchSize, filters] followed by
 * b [filters]; in this layout no weight has to be transposed:
 *
 * <pre>
 * Y [filters, pixels] = Wᵀ patches + b      dW += patches dYᵀ      dpatches = W dY
 * </pre>
 */
final class VectorConv2d implements Layer<float[]> {
    private final ConvGeometry g;
    private final int offset;
    private final int bias;
    private final Patches patches;
    private final Patches gradientPatches;
    private final float[] transposed;
    private final Gemm gemm;
    private final Matrix a = new Matrix();
    private final Matrix b = new Matrix();
    private final Matrix c = new Matrix();

    VectorConv2d(ConvGeometry geometry, int offset, FloatStorage storage, Gemm gemm) {
        this.g = geometry;
        this.offset = offset;
        this.bias = offset + g.patchSize() * g.filters();
        this.patches = new Patches(g, storage);
        this.gradientPatches = new Patches(g, storage);
        this.transposed = storage.allocate(g.outputSize());
        this.gemm = gemm;
    }

    @Override
    public void forward(float[] weights, float[] x, float[] y, int batch) {
        for (int n = 0; n < batch; n++) {
            int out = n * g.outputSize();
            for (int filter = 0; filter < g.filters(); filter++) {
                int row = out + filter * g.pixels();
                Arrays.fill(y, row, row + g.pixels(), weights[bias + filter]);
            }
            patches.gather(x, n * g.imageSize());
            gemm.multiply(
                    g.filters(),
                    g.pixels(),
                    g.patchSize(),
                    a.transposeOf(weights, offset, g.filters()),
                    b.at(patches.columns(), 0, g.pixels()),
                    c.at(y, out, g.pixels()),
                    true);
        }
    }

    @Override
    public void backward(
            float[] weights, float[] x, float[] y, float[] dy, int batch, float[] gradients, float @Nullable [] dx) {
        Arrays.fill(gradients, offset, bias + g.filters(), 0);
        for (int n = 0; n < batch; n++) {
            addParameterGradients(x, n * g.imageSize(), dy, n * g.outputSize(), gradients);
            if (dx != null) {
                inputGradient(weights, dy, n * g.outputSize(), dx, n * g.imageSize());
            }
        }
    }

    private void addParameterGradients(float[] x, int in, float[] dy, int out, float[] gradients) {
        patches.gather(x, in);
        Rows.transpose(dy, out, g.filters(), g.pixels(), transposed);
        Rows.addSum(transposed, g.pixels(), g.filters(), gradients, bias);
        gemm.multiply(
                g.patchSize(),
                g.filters(),
                g.pixels(),
                a.at(patches.columns(), 0, g.pixels()),
                b.at(transposed, 0, g.filters()),
                c.at(gradients, offset, g.filters()),
                true);
    }

    private void inputGradient(float[] weights, float[] dy, int out, float[] dx, int in) {
        gemm.multiply(
                g.patchSize(),
                g.pixels(),
                g.filters(),
                a.at(weights, offset, g.filters()),
                b.at(dy, out, g.pixels()),
                c.at(gradientPatches.columns(), 0, g.pixels()),
                false);
        gradientPatches.scatter(dx, in);
    }
}
