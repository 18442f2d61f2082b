package io.sweepforge.kernels.nn.cudnn;

import io.sweepforge.kernels.nn.Stage;

/** y = x W + b for each row, with W [inputs, units] followed by b [units], by the matrix product of {@code dense.cu}. */
final class DenseLayer implements DeviceLayer {
    private static final int TILE = 16;

    private final Launcher launcher;
    private final ParameterSpace parameters;
    private final int rows;
    private final int inputs;
    private final int units;
    private final long area;

    DenseLayer(Stage stage, int units, Site site) {
        this.launcher = site.launcher();
        this.parameters = site.parameters();
        this.inputs = stage.input().get(stage.input().size() - 1);
        this.rows = stage.inputSize() / inputs;
        this.units = units;
        this.area = parameters.area((long) stage.parameterCount() * Float.BYTES);
        parameters.placeAll(stage.parameterOffset(), stage.parameterCount(), area);
    }

    private long weights() {
        return parameters.weights() + area;
    }

    private long gradients() {
        return parameters.gradients() + area;
    }

    private long biasOffset() {
        return (long) inputs * units * Float.BYTES;
    }

    @Override
    public void forward(boolean training, int batch, long x, long y) {
        Arguments matrices = new Arguments()
                .wide(x)
                .wide(weights())
                .wide(weights() + biasOffset())
                .wide(y);
        product(matrices, batch * rows, units, inputs, inputs, 1, units, 1);
    }

    @Override
    public void backward(int batch, long x, long y, long dy, long dx) {
        int depth = batch * rows;
        product(new Arguments().wide(x).wide(dy).wide(0).wide(gradients()), inputs, units, depth, 1, inputs, units, 1);
        launcher.blocks(
                "dense",
                "column_sums",
                tiles(units),
                new Arguments()
                        .wide(dy)
                        .wide(gradients() + biasOffset())
                        .integer(depth)
                        .integer(units));
        if (dx != NOBODY) {
            product(
                    new Arguments().wide(dy).wide(weights()).wide(0).wide(dx),
                    depth,
                    inputs,
                    units,
                    units,
                    1,
                    1,
                    units);
        }
    }

    /**
     * C = A B + bias with elements A[r, k] at r aRow + k aDepth and B[k, c] at k bDepth + c bColumn.
     *
     * @param matrices A, B, bias or 0, and C
     */
    private void product(
            Arguments matrices, int rows, int columns, int depth, int aRow, int aDepth, int bDepth, int bColumn) {
        matrices.integer(rows).integer(columns).integer(depth);
        matrices.integer(aRow).integer(aDepth).integer(bDepth).integer(bColumn);
        launcher.blocks("dense", "product", Math.multiplyExact(tiles(rows), tiles(columns)), matrices);
    }

    private static int tiles(int extent) {
        return (extent + TILE - 1) / TILE;
    }
}
