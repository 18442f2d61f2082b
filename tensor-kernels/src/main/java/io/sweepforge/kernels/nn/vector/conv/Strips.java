package io.sweepforge.kernels.nn.vector.conv;

import static io.sweepforge.kernels.nn.vector.Lanes.SPECIES;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * Loops over {@code count} vectors, each a step from the one before: the same channels of pixels side by side. The codes
 * say which element of its window a maximum is; after a ReLU, -1 where it is not positive.
 */
final class Strips {
    private Strips() {}

    /** Begins with the window's first elements. */
    static void begin(
            float[] x,
            int xi,
            int xStep,
            float[] best,
            int bi,
            int bStep,
            float[] codes,
            int ci,
            int cStep,
            int count) {
        for (int i = 0; i < count; i++) {
            fromArray(SPECIES, x, xi + i * xStep).intoArray(best, bi + i * bStep);
            broadcast(SPECIES, 0).intoArray(codes, ci + i * cStep);
        }
    }

    /** Takes the window's elements number {@code code} where they are greater. */
    static void challenge(
            float code,
            float[] x,
            int xi,
            int xStep,
            float[] best,
            int bi,
            int bStep,
            float[] codes,
            int ci,
            int cStep,
            int count) {
        for (int i = 0; i < count; i++) {
            FloatVector other = fromArray(SPECIES, x, xi + i * xStep);
            FloatVector old = fromArray(SPECIES, best, bi + i * bStep);
            VectorMask<Float> greater = other.compare(VectorOperators.GT, old);
            old.blend(other, greater).intoArray(best, bi + i * bStep);
            fromArray(SPECIES, codes, ci + i * cStep).blend(code, greater).intoArray(codes, ci + i * cStep);
        }
    }

    /** ReLU of the maxima. */
    static void rectify(float[] best, int bi, int bStep, float[] codes, int ci, int cStep, int count) {
        for (int i = 0; i < count; i++) {
            FloatVector value = fromArray(SPECIES, best, bi + i * bStep);
            value.max(0).intoArray(best, bi + i * bStep);
            broadcast(SPECIES, -1)
                    .blend(fromArray(SPECIES, codes, ci + i * cStep), value.compare(VectorOperators.GT, 0))
                    .intoArray(codes, ci + i * cStep);
        }
    }

    /** Adds the gradients of the maxima that are number {@code code} of their window to that element's. */
    static void spread(
            float code,
            float[] codes,
            int ci,
            int cStep,
            float[] dy,
            int di,
            int dStep,
            float[] dx,
            int xi,
            int xStep,
            int count) {
        FloatVector zero = broadcast(SPECIES, 0);
        for (int i = 0; i < count; i++) {
            VectorMask<Float> here = fromArray(SPECIES, codes, ci + i * cStep).compare(VectorOperators.EQ, code);
            FloatVector part = zero.blend(fromArray(SPECIES, dy, di + i * dStep), here);
            fromArray(SPECIES, dx, xi + i * xStep).add(part).intoArray(dx, xi + i * xStep);
        }
    }

    /** Adds the gradients of all maxima that let one through to {@code sums}. */
    static void addPassed(
            float[] codes, int ci, int cStep, float[] dy, int di, int dStep, float[] sums, int si, int count) {
        FloatVector zero = broadcast(SPECIES, 0);
        FloatVector sum = fromArray(SPECIES, sums, si);
        for (int i = 0; i < count; i++) {
            VectorMask<Float> passed = fromArray(SPECIES, codes, ci + i * cStep).compare(VectorOperators.GE, 0);
            sum = sum.add(zero.blend(fromArray(SPECIES, dy, di + i * dStep), passed));
        }
        sum.intoArray(sums, si);
    }
}
