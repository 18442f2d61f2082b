package io.sweepforge.kernels.nn.vector.conv;

import static io.sweepforge.kernels.nn.vector.Lanes.SPECIES;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;

/**
 * The transforms of F(2×2, 3×3) for a vector of channels and {@code count} tiles side by side. Element (i, j) of a transformed
 * tile is at {@code (4 i + j) plane} from its first one.
 *
 * <p>Source: A. Lavin, S. Gray, "Fast Algorithms for Convolutional Neural Networks", 2015, section 4.1: Y = Aᵀ [(G g Gᵀ) ⊙
 * (Bᵀ d B)] A. The gradients are the transposed maps.
 */
final class Winograd {
    private Winograd() {}

    /**
     * One row of Bᵀ d B, from row {@code a} + {@code sign} row {@code b} of d.
     *
     * @param xa position of the first tile's element of row a in {@code x}; xb that of row b
     * @param pixel distance between two pixels; tiles are two apart
     * @param ti position in {@code to} of the first tile's result, {@code tStep} apart
     */
    static void inputRow(
            float[] x, int xa, int xb, float sign, int pixel, float[] to, int ti, int tStep, int plane, int count) {
        FloatVector s = broadcast(SPECIES, sign);
        FloatVector d0 = s.fma(fromArray(SPECIES, x, xb), fromArray(SPECIES, x, xa));
        FloatVector d1 = s.fma(fromArray(SPECIES, x, xb + pixel), fromArray(SPECIES, x, xa + pixel));
        for (int i = 0; i < count; i++) {
            int next = (2 * i + 2) * pixel;
            FloatVector d2 = s.fma(fromArray(SPECIES, x, xb + next), fromArray(SPECIES, x, xa + next));
            FloatVector d3 = s.fma(fromArray(SPECIES, x, xb + next + pixel), fromArray(SPECIES, x, xa + next + pixel));
            int at = ti + i * tStep;
            d0.sub(d2).intoArray(to, at);
            d1.add(d2).intoArray(to, at + plane);
            d2.sub(d1).intoArray(to, at + 2 * plane);
            d1.sub(d3).intoArray(to, at + 3 * plane);
            d0 = d2;
            d1 = d3;
        }
    }

    /**
     * Aᵀ m A and the bias. Of the four results the first is written last, so that {@code right} or {@code below} may be 0
     * where a tile has no such pixel.
     *
     * @param mi position of the first tile in {@code m}, {@code mStep} apart
     * @param yi position in {@code y} of the first tile's first pixel; tiles are two of {@code right} apart
     */
    static void output(
            float[] m,
            int mi,
            int mStep,
            int plane,
            float[] bias,
            int channel,
            float[] y,
            int yi,
            int right,
            int below,
            int count) {
        FloatVector b = fromArray(SPECIES, bias, channel);
        for (int i = 0; i < count; i++) {
            int at = mi + i * mStep;
            FloatVector p = fromArray(SPECIES, m, at + plane);
            FloatVector q = fromArray(SPECIES, m, at + 2 * plane);
            FloatVector left0 = fromArray(SPECIES, m, at).add(p).add(q);
            FloatVector right0 = p.sub(q).sub(fromArray(SPECIES, m, at + 3 * plane));
            p = fromArray(SPECIES, m, at + 5 * plane);
            q = fromArray(SPECIES, m, at + 6 * plane);
            FloatVector left1 = fromArray(SPECIES, m, at + 4 * plane).add(p).add(q);
            FloatVector right1 = p.sub(q).sub(fromArray(SPECIES, m, at + 7 * plane));
            p = fromArray(SPECIES, m, at + 9 * plane);
            q = fromArray(SPECIES, m, at + 10 * plane);
            FloatVector left2 = fromArray(SPECIES, m, at + 8 * plane).add(p).add(q);
            FloatVector right2 = p.sub(q).sub(fromArray(SPECIES, m, at + 11 * plane));
            p = fromArray(SPECIES, m, at + 13 * plane);
            q = fromArray(SPECIES, m, at + 14 * plane);
            FloatVector left3 = fromArray(SPECIES, m, at + 12 * plane).add(p).add(q);
            FloatVector right3 = p.sub(q).sub(fromArray(SPECIES, m, at + 15 * plane));
            int to = yi + 2 * i * right;
            right1.sub(right2).sub(right3).add(b).intoArray(y, to + below + right);
            left1.sub(left2).sub(left3).add(b).intoArray(y, to + below);
            right0.add(right1).add(right2).add(b).intoArray(y, to + right);
            left0.add(left1).add(left2).add(b).intoArray(y, to);
        }
    }

    /**
     * A dy Aᵀ, the gradient of the products.
     *
     * @param yi position in {@code dy} of the first tile's first pixel; tiles are two of {@code right} apart
     * @param mi position in {@code m} of the first tile's result, {@code mStep} apart
     */
    static void outputGradient(
            float[] dy, int yi, int right, int below, float[] m, int mi, int mStep, int plane, int count) {
        for (int i = 0; i < count; i++) {
            int from = yi + 2 * i * right;
            FloatVector left = fromArray(SPECIES, dy, from);
            FloatVector rest = fromArray(SPECIES, dy, from + right);
            FloatVector left2 = fromArray(SPECIES, dy, from + below);
            FloatVector rest2 = fromArray(SPECIES, dy, from + below + right);
            int at = mi + i * mStep;
            spread(left, rest, m, at, plane);
            spread(left.add(left2), rest.add(rest2), m, at + 4 * plane, plane);
            spread(left.sub(left2), rest.sub(rest2), m, at + 8 * plane, plane);
            spread(left2.neg(), rest2.neg(), m, at + 12 * plane, plane);
        }
    }

    private static void spread(FloatVector left, FloatVector right, float[] m, int at, int plane) {
        left.intoArray(m, at);
        left.add(right).intoArray(m, at + plane);
        left.sub(right).intoArray(m, at + 2 * plane);
        right.neg().intoArray(m, at + 3 * plane);
    }
}
