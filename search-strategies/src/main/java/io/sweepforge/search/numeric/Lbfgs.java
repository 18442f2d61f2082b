package io.sweepforge.search.numeric;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Minimises a smooth function in a box by limited-memory BFGS (Nocedal and Wright, "Numerical Optimization", 2nd ed.,
 * algorithm 7.4) along the projected path: coordinates that a step would push out of the box stay at its side.
 */
public final class Lbfgs {
    private static final int MEMORY = 8;
    private static final int MAX_BACKTRACKS = 20;
    /** The share of the promised decrease that a step must bring (Armijo). */
    private static final double SUFFICIENT = 1e-4;

    private static final double CURVATURE = 1e-10;

    private final Function function;
    private final double[] lower;
    private final double[] upper;
    private final Deque<Pair> pairs = new ArrayDeque<>();

    /** A function with its gradient. */
    public interface Function {
        /**
         * The value at x.
         *
         * @param gradient overwritten with the gradient at x
         */
        double at(double[] x, double[] gradient);
    }

    /** A point and the value there. */
    public record Minimum(double[] x, double value) {}

    /** A step, the change of the gradient along it, and one over their product. */
    private record Pair(double[] step, double[] change, double rho) {}

    /** @param lower the box, as long as a point; may be infinite */
    public Lbfgs(Function function, double[] lower, double[] upper) {
        this.function = function;
        this.lower = lower;
        this.upper = upper;
    }

    /**
     * Searches until nothing improves by more than a tolerance.
     *
     * @param start in the box
     * @param maxEvaluations of the function, at least 1
     * @param tolerance of the value, absolute
     */
    public Minimum minimise(double[] start, int maxEvaluations, double tolerance) {
        pairs.clear();
        int n = start.length;
        double[] x = start.clone();
        double[] gradient = new double[n];
        double value = function.at(x, gradient);
        int evaluations = 1;
        while (evaluations < maxEvaluations) {
            double[] direction = direction(x, gradient);
            double step = pairs.isEmpty() ? Math.min(1, 1 / norm(direction)) : 1;
            double[] next = new double[n];
            double[] nextGradient = new double[n];
            double nextValue = Double.NaN;
            boolean accepted = false;
            for (int i = 0; i < MAX_BACKTRACKS && evaluations < maxEvaluations && !accepted; i++, step *= 0.4) {
                double promised = move(x, direction, step, gradient, next);
                if (!(promised < 0)) {
                    break;
                }
                nextValue = function.at(next, nextGradient);
                evaluations++;
                accepted = nextValue <= value + SUFFICIENT * promised;
            }
            if (!accepted) {
                if (pairs.isEmpty()) {
                    break;
                }
                pairs.clear();
                continue;
            }
            remember(x, gradient, next, nextGradient);
            double gain = value - nextValue;
            x = next;
            gradient = nextGradient;
            value = nextValue;
            if (gain < tolerance) {
                break;
            }
        }
        return new Minimum(x, value);
    }

    /** next = x + step · direction, cut to the box. Answers the change of the value to first order. */
    private double move(double[] x, double[] direction, double step, double[] gradient, double[] next) {
        double promised = 0;
        for (int i = 0; i < x.length; i++) {
            next[i] = Math.min(upper[i], Math.max(lower[i], x[i] + step * direction[i]));
            promised += gradient[i] * (next[i] - x[i]);
        }
        return promised;
    }

    private void remember(double[] x, double[] gradient, double[] next, double[] nextGradient) {
        double[] step = minus(next, x);
        double[] change = minus(nextGradient, gradient);
        double product = dot(step, change);
        if (product > CURVATURE * norm(step) * norm(change)) {
            if (pairs.size() == MEMORY) {
                pairs.removeFirst();
            }
            pairs.addLast(new Pair(step, change, 1 / product));
        }
    }

    /** Minus the inverse Hessian, as far as it is known, times the gradient of the coordinates that can move. */
    private double[] direction(double[] x, double[] gradient) {
        double[] q = free(x, gradient, gradient);
        double[] alphas = new double[pairs.size()];
        int at = pairs.size();
        for (Iterator<Pair> latest = pairs.descendingIterator(); latest.hasNext(); ) {
            Pair pair = latest.next();
            alphas[--at] = pair.rho() * dot(pair.step(), q);
            add(q, -alphas[at], pair.change());
        }
        if (!pairs.isEmpty()) {
            Pair last = pairs.getLast();
            scale(q, 1 / (last.rho() * dot(last.change(), last.change())));
        }
        for (Pair pair : pairs) {
            add(q, alphas[at++] - pair.rho() * dot(pair.change(), q), pair.step());
        }
        scale(q, -1);
        return free(x, gradient, q);
    }

    /** A vector without the coordinates that sit at a side of the box towards which the value falls. */
    private double[] free(double[] x, double[] gradient, double[] vector) {
        double[] free = vector.clone();
        for (int i = 0; i < x.length; i++) {
            if ((x[i] <= lower[i] && gradient[i] > 0) || (x[i] >= upper[i] && gradient[i] < 0)) {
                free[i] = 0;
            }
        }
        return free;
    }

    private static double[] minus(double[] a, double[] b) {
        double[] difference = a.clone();
        add(difference, -1, b);
        return difference;
    }

    private static void add(double[] target, double factor, double[] vector) {
        for (int i = 0; i < target.length; i++) {
            target[i] += factor * vector[i];
        }
    }

    private static void scale(double[] vector, double factor) {
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= factor;
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double norm(double[] a) {
        return Math.sqrt(dot(a, a));
    }
}
