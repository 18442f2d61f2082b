package io.sweepforge.search.sampler.gp;

import io.sweepforge.search.numeric.Lbfgs;
import io.sweepforge.search.sampler.gp.Search.Peak;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Goes up the acquisition function: by gradient over the numbers, in units of their length scales, then by trying other
 * values of each finite parameter, in turns.
 */
final class Climb {
    /** Numbers with more values are climbed like continuous ones, and then moved by single steps. */
    private static final long FEW = 16;

    private static final int MOST_CATEGORIES = 64;
    private static final int[] STEPS = {-2, -1, 1, 2};
    private static final int STEPS_ASIDE = 60;
    private static final int ROUNDS = 3;
    private static final int EVALUATIONS = 40;
    private static final double TOLERANCE = 1e-6;
    private static final double WORTH_A_ROUND = 1e-3;

    private final PointSpace space;
    private final Acquisition acquisition;
    private final Candidates candidates;

    Climb(PointSpace space, Acquisition acquisition, Candidates candidates) {
        this.candidates = candidates;
        this.space = space;
        this.acquisition = acquisition;
    }

    Peak from(Peak start) {
        Peak peak = start;
        double before = Double.NEGATIVE_INFINITY;
        for (int round = 0; round < ROUNDS && peak.value() > before + WORTH_A_ROUND; round++) {
            before = peak.value();
            peak = better(peak, slide(peak.genes()));
            peak = space.isUnconstrained() ? peak : wander(peak);
            for (int d = 0; d < space.size(); d++) {
                for (double[] changed : alternatives(peak.genes(), d)) {
                    peak = better(peak, changed);
                }
            }
        }
        return peak;
    }

    /** Follows the border of what is allowed, which no gradient shows, by random steps. */
    private Peak wander(Peak start) {
        Peak peak = start;
        for (int i = 0; i < STEPS_ASIDE; i++) {
            peak = better(peak, candidates.near(peak.genes(), i));
        }
        return peak;
    }

    private Peak better(Peak peak, double[] genes) {
        double[] point = space.snap(genes);
        double value = acquisition.at(point);
        return value > peak.value() && space.allows(point) ? new Peak(genes, value) : peak;
    }

    /** Moves all active numbers that have many values. */
    private double[] slide(double[] genes) {
        double[] point = space.snap(genes);
        int[] moving = IntStream.range(0, genes.length)
                .filter(d -> !Double.isNaN(point[d]) && !space.isCategorical(d) && !hasFewValues(d))
                .toArray();
        if (moving.length == 0) {
            return genes;
        }
        double[] units = Arrays.stream(moving)
                .mapToDouble(acquisition.posterior()::length)
                .toArray();
        double[] start = new double[moving.length];
        double[] upper = new double[moving.length];
        for (int i = 0; i < moving.length; i++) {
            start[i] = point[moving[i]] / units[i];
            upper[i] = 1 / units[i];
        }
        Lbfgs.Function descent = descent(point, moving, units);
        double[] found = new Lbfgs(descent, new double[moving.length], upper)
                .minimise(start, EVALUATIONS, TOLERANCE)
                .x();
        double[] moved = genes.clone();
        for (int i = 0; i < moving.length; i++) {
            moved[moving[i]] = Math.min(1, found[i] * units[i]);
        }
        return moved;
    }

    private Lbfgs.Function descent(double[] point, int[] moving, double[] units) {
        double[] slope = new double[point.length];
        return (x, gradient) -> {
            for (int i = 0; i < moving.length; i++) {
                point[moving[i]] = x[i] * units[i];
            }
            if (!space.allows(point)) {
                return Double.POSITIVE_INFINITY;
            }
            double value = acquisition.at(point, slope);
            for (int i = 0; i < moving.length; i++) {
                gradient[i] = -slope[moving[i]] * units[i];
            }
            return -value;
        };
    }

    private boolean hasFewValues(int d) {
        return space.values(d) > 0 && space.values(d) <= FEW;
    }

    /** The genes with other values of one parameter: all when it has few, otherwise those nearby. */
    private List<double[]> alternatives(double[] genes, int d) {
        long count = space.values(d);
        List<double[]> changed = new ArrayList<>();
        if (space.isCategorical(d)) {
            for (int category = 0; category < Math.min(count, MOST_CATEGORIES); category++) {
                changed.add(with(genes, d, category));
            }
        } else if (hasFewValues(d)) {
            for (int value = 0; value < count; value++) {
                changed.add(with(genes, d, (value + 0.5) / count));
            }
        } else if (count > 0) {
            for (int steps : STEPS) {
                changed.add(with(genes, d, Math.min(1, Math.max(0, genes[d] + (double) steps / count))));
            }
        }
        return changed;
    }

    private static double[] with(double[] genes, int d, double value) {
        double[] changed = genes.clone();
        changed[d] = value;
        return changed;
    }
}
