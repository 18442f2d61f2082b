package io.sweepforge.kernels.nn.vector.conv;

import static io.sweepforge.kernels.nn.vector.Lanes.SPECIES;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;

/**
 * A kernel of 3×3 over one channel, such as the first layer has on grey images. Runs of three products are too short for a
 * {@link Tile}; here the weights stay in registers instead.
 */
final class Stencil {
    private Stencil() {}

    /**
     * One row of the result, for one vector of filters.
     *
     * @param x the pixel that the first tap meets is at {@code xi}, rows are {@code xRow} apart
     * @param w weights of the taps from {@code wi} on, {@code wRow} apart
     * @param y pixels are {@code yStep} apart
     */
    static void row(
            int count,
            float[] x,
            int xi,
            int xRow,
            float[] w,
            int wi,
            int wRow,
            float[] bias,
            int bi,
            float[] y,
            int yi,
            int yStep) {
        int x1 = xi + xRow;
        int x2 = x1 + xRow;
        FloatVector start = fromArray(SPECIES, bias, bi);
        FloatVector w00 = fromArray(SPECIES, w, wi);
        FloatVector w01 = fromArray(SPECIES, w, wi + wRow);
        FloatVector w02 = fromArray(SPECIES, w, wi + 2 * wRow);
        FloatVector w10 = fromArray(SPECIES, w, wi + 3 * wRow);
        FloatVector w11 = fromArray(SPECIES, w, wi + 4 * wRow);
        FloatVector w12 = fromArray(SPECIES, w, wi + 5 * wRow);
        FloatVector w20 = fromArray(SPECIES, w, wi + 6 * wRow);
        FloatVector w21 = fromArray(SPECIES, w, wi + 7 * wRow);
        FloatVector w22 = fromArray(SPECIES, w, wi + 8 * wRow);
        for (int i = 0; i < count; i++) {
            FloatVector row0 = w00.mul(broadcast(SPECIES, x[xi + i]));
            FloatVector row1 = w10.mul(broadcast(SPECIES, x[x1 + i]));
            FloatVector row2 = w20.mul(broadcast(SPECIES, x[x2 + i]));
            row0 = w01.fma(broadcast(SPECIES, x[xi + i + 1]), row0);
            row1 = w11.fma(broadcast(SPECIES, x[x1 + i + 1]), row1);
            row2 = w21.fma(broadcast(SPECIES, x[x2 + i + 1]), row2);
            row0 = w02.fma(broadcast(SPECIES, x[xi + i + 2]), row0);
            row1 = w12.fma(broadcast(SPECIES, x[x1 + i + 2]), row1);
            row2 = w22.fma(broadcast(SPECIES, x[x2 + i + 2]), row2);
            row0.add(start).add(row1).add(row2).intoArray(y, yi + i * yStep);
        }
    }
}
