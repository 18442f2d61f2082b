package io.sweepforge.kernels.nn.vector.conv;

import static io.sweepforge.kernels.nn.vector.Lanes.SPECIES;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * A kernel of 3×3 over one channel and the maximum over windows of 2×2 at once, for one row of windows and one vector of
 * filters: weights, or their gradients, and what belongs to a window stay in registers. A window and its taps read 4×4 pixels.
 * Codes are as in {@link Strips}.
 */
final class PooledStencil {
    private PooledStencil() {}

    /**
     * Maxima of a row of windows.
     *
     * @param x the pixel that the first tap of the first window meets is at {@code xi}, rows are {@code xRow} apart
     * @param w weights of the taps from {@code wi} on, {@code wRow} apart
     * @param best maxima, {@code bStep} apart
     * @param codes of the maxima, {@code cStep} apart
     */
    static void forward(
            int count,
            float[] x,
            int xi,
            int xRow,
            float[] w,
            int wi,
            int wRow,
            float[] bias,
            int bi,
            float floor,
            float[] best,
            int at,
            int bStep,
            float[] codes,
            int ci,
            int cStep) {
        int x1 = xi + xRow;
        int x2 = x1 + xRow;
        int x3 = x2 + xRow;
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
            int column = 2 * i;
            FloatVector v = broadcast(SPECIES, x[xi + column]);
            FloatVector s0 = w00.fma(v, fromArray(SPECIES, bias, bi));
            v = broadcast(SPECIES, x[xi + column + 1]);
            s0 = w01.fma(v, s0);
            FloatVector s1 = w00.fma(v, fromArray(SPECIES, bias, bi));
            v = broadcast(SPECIES, x[xi + column + 2]);
            s0 = w02.fma(v, s0);
            s1 = w01.fma(v, s1);
            s1 = w02.fma(broadcast(SPECIES, x[xi + column + 3]), s1);

            v = broadcast(SPECIES, x[x1 + column]);
            s0 = w10.fma(v, s0);
            FloatVector s2 = w00.fma(v, fromArray(SPECIES, bias, bi));
            v = broadcast(SPECIES, x[x1 + column + 1]);
            s0 = w11.fma(v, s0);
            s1 = w10.fma(v, s1);
            s2 = w01.fma(v, s2);
            FloatVector s3 = w00.fma(v, fromArray(SPECIES, bias, bi));
            v = broadcast(SPECIES, x[x1 + column + 2]);
            s0 = w12.fma(v, s0);
            s1 = w11.fma(v, s1);
            s2 = w02.fma(v, s2);
            s3 = w01.fma(v, s3);
            v = broadcast(SPECIES, x[x1 + column + 3]);
            s1 = w12.fma(v, s1);
            s3 = w02.fma(v, s3);

            v = broadcast(SPECIES, x[x2 + column]);
            s0 = w20.fma(v, s0);
            s2 = w10.fma(v, s2);
            v = broadcast(SPECIES, x[x2 + column + 1]);
            s0 = w21.fma(v, s0);
            s1 = w20.fma(v, s1);
            s2 = w11.fma(v, s2);
            s3 = w10.fma(v, s3);
            v = broadcast(SPECIES, x[x2 + column + 2]);
            s0 = w22.fma(v, s0);
            s1 = w21.fma(v, s1);
            s2 = w12.fma(v, s2);
            s3 = w11.fma(v, s3);
            v = broadcast(SPECIES, x[x2 + column + 3]);
            s1 = w22.fma(v, s1);
            s3 = w12.fma(v, s3);

            s2 = w20.fma(broadcast(SPECIES, x[x3 + column]), s2);
            v = broadcast(SPECIES, x[x3 + column + 1]);
            s2 = w21.fma(v, s2);
            s3 = w20.fma(v, s3);
            v = broadcast(SPECIES, x[x3 + column + 2]);
            s2 = w22.fma(v, s2);
            s3 = w21.fma(v, s3);
            s3 = w22.fma(broadcast(SPECIES, x[x3 + column + 3]), s3);

            VectorMask<Float> greater = s1.compare(VectorOperators.GT, s0);
            FloatVector upper = s0.blend(s1, greater);
            FloatVector upperCode = broadcast(SPECIES, 0).blend(1, greater);
            greater = s3.compare(VectorOperators.GT, s2);
            FloatVector lower = s2.blend(s3, greater);
            FloatVector lowerCode = broadcast(SPECIES, 2).blend(3, greater);
            greater = lower.compare(VectorOperators.GT, upper);
            FloatVector value = upper.blend(lower, greater);
            FloatVector code = upperCode.blend(lowerCode, greater);
            broadcast(SPECIES, -1)
                    .blend(code, value.compare(VectorOperators.GT, floor))
                    .intoArray(codes, ci + i * cStep);
            value.blend(floor, value.compare(VectorOperators.LT, floor)).intoArray(best, at + i * bStep);
        }
    }

    /**
     * Adds the gradients that a row of windows gives to the weights of one row of the kernel. With those of all three rows the
     * registers would not be enough.
     *
     * @param x the pixel that the first of these taps meets in the first window is at {@code xi}
     * @param codes of the maxima, {@code cStep} apart
     * @param dy gradients of the maxima, {@code dStep} apart
     * @param sums of the taps from {@code si} on, {@code sRow} apart
     */
    static void backward(
            int count,
            float[] x,
            int xi,
            int xRow,
            float[] codes,
            int ci,
            int cStep,
            float[] dy,
            int di,
            int dStep,
            float[] sums,
            int si,
            int sRow) {
        int x1 = xi + xRow;
        FloatVector zero = broadcast(SPECIES, 0);
        FloatVector left0 = zero;
        FloatVector left1 = zero;
        FloatVector middle0 = zero;
        FloatVector middle1 = zero;
        FloatVector right0 = zero;
        FloatVector right1 = zero;
        for (int i = 0; i < count; i++) {
            int column = 2 * i;
            FloatVector code = fromArray(SPECIES, codes, ci + i * cStep);
            FloatVector part = fromArray(SPECIES, dy, di + i * dStep);
            FloatVector d0 = zero.blend(part, code.compare(VectorOperators.EQ, 0));
            FloatVector d1 = zero.blend(part, code.compare(VectorOperators.EQ, 1));
            FloatVector d2 = zero.blend(part, code.compare(VectorOperators.EQ, 2));
            FloatVector d3 = zero.blend(part, code.compare(VectorOperators.EQ, 3));
            left0 = d0.fma(broadcast(SPECIES, x[xi + column]), left0);
            FloatVector v = broadcast(SPECIES, x[xi + column + 1]);
            middle0 = d0.fma(v, middle0);
            left1 = d1.fma(v, left1);
            v = broadcast(SPECIES, x[xi + column + 2]);
            right0 = d0.fma(v, right0);
            middle1 = d1.fma(v, middle1);
            right1 = d1.fma(broadcast(SPECIES, x[xi + column + 3]), right1);
            left0 = d2.fma(broadcast(SPECIES, x[x1 + column]), left0);
            v = broadcast(SPECIES, x[x1 + column + 1]);
            middle0 = d2.fma(v, middle0);
            left1 = d3.fma(v, left1);
            v = broadcast(SPECIES, x[x1 + column + 2]);
            right0 = d2.fma(v, right0);
            middle1 = d3.fma(v, middle1);
            right1 = d3.fma(broadcast(SPECIES, x[x1 + column + 3]), right1);
        }
        add(left0.add(left1), sums, si);
        add(middle0.add(middle1), sums, si + sRow);
        add(right0.add(right1), sums, si + 2 * sRow);
    }

    private static void add(FloatVector part, float[] sums, int at) {
        fromArray(SPECIES, sums, at).add(part).intoArray(sums, at);
    }
}
