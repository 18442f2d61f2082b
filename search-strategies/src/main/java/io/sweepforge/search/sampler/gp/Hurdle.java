package io.sweepforge.search.sampler.gp;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;

/**
 * A level at which trials were judged and not all of them went on. Whatever a scheduler's rule is, it shows in what was told:
 * the best are taken to have gone on, as many as did. A new trial can only be good at its last epoch if it gets there. Without
 * regard for that, what was stopped early stays attractive for good, since nothing about its last epoch is ever learned.
 *
 * @param level as {@link Levels#coordinate} counts
 * @param threshold the target that a trial must not exceed there
 */
record Hurdle(double level, double threshold) {
    /**
     * The hurdles below some level, highest first.
     *
     * @param evidence of all trials
     * @param scale makes targets of losses
     */
    static List<Hurdle> below(double target, List<Evidence> evidence, DoubleUnaryOperator scale) {
        TreeMap<Double, List<Evidence>> byLevel = evidence.stream()
                .filter(each -> Double.isFinite(each.loss()))
                .collect(Collectors.groupingBy(Evidence::level, TreeMap::new, Collectors.toList()));
        Set<Integer> gotBeyond = new HashSet<>();
        List<Hurdle> hurdles = new ArrayList<>();
        byLevel.descendingMap().forEach((level, judged) -> {
            int passed = (int) judged.stream()
                    .filter(each -> gotBeyond.contains(each.number()))
                    .count();
            if (level < target && passed < judged.size()) {
                hurdles.add(new Hurdle(level, scale.applyAsDouble(threshold(judged, passed))));
            }
            judged.forEach(each -> gotBeyond.add(each.number()));
        });
        return hurdles;
    }

    /** Halfway between the last loss that goes on and the first that does not. */
    private static double threshold(List<Evidence> judged, int passed) {
        double[] losses = judged.stream().mapToDouble(Evidence::loss).sorted().toArray();
        return 0.5 * (losses[Math.max(0, passed - 1)] + losses[passed]);
    }
}
