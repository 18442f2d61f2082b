package io.sweepforge.search.sampler.gp;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * All that was told, as one scalarisation of the objectives sees it.
 *
 * @param target the level at which a new trial is to be good
 * @param hurdles before it
 * @param dimensions of the space
 */
record View(
        Model model, Focus focus, double target, List<Hurdle> hurdles, Scalarisation scalarisation, int dimensions) {
    private double[] atTarget(double[] point) {
        return Levels.point(point, target);
    }

    /** The points of the best trials in the space, each trial once. */
    List<double[]> best(int count) {
        Map<Integer, double[]> points = new LinkedHashMap<>();
        model.evidence().stream()
                .sorted(Evidence.BEST_FIRST)
                .forEach(each -> points.putIfAbsent(each.number(), inSpace(each)));
        return points.values().stream().limit(count).collect(Collectors.toList());
    }

    private double[] inSpace(Evidence evidence) {
        return Arrays.copyOf(evidence.point(), dimensions);
    }

    /** What is to be improved on: the least mean at the target of all trials that told something or are running. */
    Acquisition acquisition(List<double[]> running) {
        List<double[]> expected = running.stream().map(this::atTarget).collect(Collectors.toList());
        Posterior posterior = model.posterior().believing(expected);
        model.evidence().forEach(each -> expected.add(atTarget(inSpace(each))));
        double least = expected.stream()
                .mapToDouble(point -> posterior.at(point).mean())
                .min()
                .orElseThrow();
        return new Acquisition(posterior, target, least - focus.leastGain(), hurdles);
    }
}
