package io.sweepforge.kernels.nn.vector.conv;

import static io.sweepforge.kernels.nn.vector.Lanes.SPECIES;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;

/**
 * The one-dimensional maps of F(4×4, 3×3), each on {@code count} columns of vectors: a tile is transformed by a map down its
 * columns and the same one along its rows. The elements that a map takes are {@code element} apart, those it gives
 * {@code toElement}; from one column to the next are {@code step} and {@code toStep}.
 *
 * <p>Source: A. Lavin, S. Gray, "Fast Algorithms for Convolutional Neural Networks", 2015: Y = Aᵀ [(G g Gᵀ) ⊙ (Bᵀ d B)] A with
 * the points 0, ±1, ±2. The gradients are the transposed maps.
 */
final class Winograd {
    private Winograd() {}

    /** Bᵀ: six elements of the input become six. */
    static void input(
            float[] from, int at, int step, int element, float[] to, int toAt, int toStep, int toElement, int count) {
        for (int i = 0; i < count; i++) {
            int x = at + i * step;
            int y = toAt + i * toStep;
            FloatVector d1 = fromArray(SPECIES, from, x + element);
            FloatVector d2 = fromArray(SPECIES, from, x + 2 * element);
            FloatVector d3 = fromArray(SPECIES, from, x + 3 * element);
            FloatVector d4 = fromArray(SPECIES, from, x + 4 * element);
            outer(fromArray(SPECIES, from, x), d2, d4).intoArray(to, y);
            outer(d1, d3, fromArray(SPECIES, from, x + 5 * element)).intoArray(to, y + 5 * toElement);
            FloatVector even = d2.fma(broadcast(SPECIES, -4), d4);
            FloatVector odd = d1.fma(broadcast(SPECIES, -4), d3);
            even.add(odd).intoArray(to, y + toElement);
            even.sub(odd).intoArray(to, y + 2 * toElement);
            even = d4.sub(d2);
            odd = d3.sub(d1);
            odd = odd.add(odd);
            even.add(odd).intoArray(to, y + 3 * toElement);
            even.sub(odd).intoArray(to, y + 4 * toElement);
        }
    }

    /** 4 a - 5 b + c. */
    private static FloatVector outer(FloatVector a, FloatVector b, FloatVector c) {
        return a.fma(broadcast(SPECIES, 4), b.fma(broadcast(SPECIES, -5), c));
    }

    /**
     * Aᵀ: six elements of the products become four, to which {@code bias} is added from {@code channel} on. The first of them
     * is written last, so that elements which an image has not may lie where one before them does.
     *
     * @param second distance of the second element that is written from the first
     */
    static void output(
            float[] from,
            int at,
            int step,
            int element,
            float[] bias,
            int channel,
            float[] to,
            int toAt,
            int toStep,
            int second,
            int third,
            int fourth,
            int count) {
        FloatVector b = fromArray(SPECIES, bias, channel);
        for (int i = 0; i < count; i++) {
            int x = at + i * step;
            int y = toAt + i * toStep;
            FloatVector m1 = fromArray(SPECIES, from, x + element);
            FloatVector m2 = fromArray(SPECIES, from, x + 2 * element);
            FloatVector m3 = fromArray(SPECIES, from, x + 3 * element);
            FloatVector m4 = fromArray(SPECIES, from, x + 4 * element);
            FloatVector even = m1.add(m2).add(b);
            FloatVector odd = m1.sub(m2).add(b);
            FloatVector sum = m3.add(m4);
            FloatVector difference = m3.sub(m4);
            FloatVector last = odd.add(fromArray(SPECIES, from, x + 5 * element));
            difference.fma(broadcast(SPECIES, 8), last).intoArray(to, y + fourth);
            sum.fma(broadcast(SPECIES, 4), even).intoArray(to, y + third);
            difference.fma(broadcast(SPECIES, 2), odd).intoArray(to, y + second);
            fromArray(SPECIES, from, x).add(even).add(sum).intoArray(to, y);
        }
    }

    /** A, the transpose of {@link #output}: four elements of the output's gradient become six of the products'. */
    static void gradient(
            float[] from, int at, int step, int element, float[] to, int toAt, int toStep, int toElement, int count) {
        for (int i = 0; i < count; i++) {
            int x = at + i * step;
            int y = toAt + i * toStep;
            FloatVector d0 = fromArray(SPECIES, from, x);
            FloatVector d1 = fromArray(SPECIES, from, x + element);
            FloatVector d2 = fromArray(SPECIES, from, x + 2 * element);
            FloatVector d3 = fromArray(SPECIES, from, x + 3 * element);
            d0.intoArray(to, y);
            d3.intoArray(to, y + 5 * toElement);
            FloatVector even = d0.add(d2);
            FloatVector odd = d1.add(d3);
            even.add(odd).intoArray(to, y + toElement);
            even.sub(odd).intoArray(to, y + 2 * toElement);
            even = d2.fma(broadcast(SPECIES, 4), d0);
            odd = d3.fma(broadcast(SPECIES, 8), d1.add(d1));
            even.add(odd).intoArray(to, y + 3 * toElement);
            even.sub(odd).intoArray(to, y + 4 * toElement);
        }
    }
}
