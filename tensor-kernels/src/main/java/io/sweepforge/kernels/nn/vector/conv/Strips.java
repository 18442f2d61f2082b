package io.sweepforge.kernels.nn.vector.conv;

import static io.sweepforge.kernels.nn.vector.Lanes.SPECIES;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * Loops over {@code count} vectors, each a step from the one before: the same channels of pixels side by side. A maximum
 * begins at a floor, 0 for a ReLU; its code says which element of the window it is, or -1 where none is above the floor.
 */
final class Strips {
    private Strips() {}

    /** Begins maxima with the floor and the windows' first elements. */
    static void begin(
            float floor,
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
            FloatVector value = fromArray(SPECIES, x, xi + i * xStep);
            value.max(floor).intoArray(best, bi + i * bStep);
            broadcast(SPECIES, -1)
                    .blend(0, value.compare(VectorOperators.GT, floor))
                    .intoArray(codes, ci + i * cStep);
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

    /**
     * {@link #begin} and three times {@link #challenge} at once, for windows of 2×2.
     *
     * @param right distance to the right neighbour in {@code x}; {@code below} to the one below
     */
    static void square(
            float floor,
            float[] x,
            int xi,
            int xStep,
            int right,
            int below,
            float[] best,
            int bi,
            int bStep,
            float[] codes,
            int ci,
            int cStep,
            int count) {
        FloatVector zero = broadcast(SPECIES, 0);
        FloatVector two = broadcast(SPECIES, 2);
        FloatVector none = broadcast(SPECIES, -1);
        for (int i = 0; i < count; i++) {
            int at = xi + i * xStep;
            FloatVector upper = fromArray(SPECIES, x, at);
            FloatVector other = fromArray(SPECIES, x, at + right);
            VectorMask<Float> greater = other.compare(VectorOperators.GT, upper);
            FloatVector upperCode = zero.blend(1, greater);
            upper = upper.blend(other, greater);
            FloatVector lower = fromArray(SPECIES, x, at + below);
            other = fromArray(SPECIES, x, at + below + right);
            greater = other.compare(VectorOperators.GT, lower);
            FloatVector lowerCode = two.blend(3, greater);
            lower = lower.blend(other, greater);
            greater = lower.compare(VectorOperators.GT, upper);
            FloatVector value = upper.blend(lower, greater);
            FloatVector code = upperCode.blend(lowerCode, greater);
            VectorMask<Float> above = value.compare(VectorOperators.GT, floor);
            none.blend(code, above).intoArray(codes, ci + i * cStep);
            value.blend(floor, value.compare(VectorOperators.LT, floor)).intoArray(best, bi + i * bStep);
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

    /** Four times {@link #spread} at once, for windows of 2×2 that do not overlap: overwrites instead of adding. */
    static void spreadSquare(
            float[] codes,
            int ci,
            int cStep,
            float[] dy,
            int di,
            int dStep,
            float[] dx,
            int xi,
            int xStep,
            int right,
            int below,
            int count) {
        FloatVector zero = broadcast(SPECIES, 0);
        for (int i = 0; i < count; i++) {
            int at = xi + i * xStep;
            FloatVector code = fromArray(SPECIES, codes, ci + i * cStep);
            FloatVector part = fromArray(SPECIES, dy, di + i * dStep);
            zero.blend(part, code.compare(VectorOperators.EQ, 0)).intoArray(dx, at);
            zero.blend(part, code.compare(VectorOperators.EQ, 1)).intoArray(dx, at + right);
            zero.blend(part, code.compare(VectorOperators.EQ, 2)).intoArray(dx, at + below);
            zero.blend(part, code.compare(VectorOperators.EQ, 3)).intoArray(dx, at + below + right);
        }
    }

    /** Adds the gradients of all maxima above the floor to {@code sums}. */
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
