package io.sweepforge.benchmarks.curves;

import io.sweepforge.search.problem.Medians;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Lets samplers and schedulers search the same recorded curves, and counts the epochs until they reach, seed by seed, what
 * random search and plain ASHA reach with {@value #BASELINE_TRIALS} trials.
 */
public final class CurveRace {
    /** What a sweep gets that does not choose. */
    public static final String DEFAULT = "auto+asha";

    public static final List<String> CONTENDERS =
            List.of("random+none", "random+asha", "random+asha:mode=promotion", "tpe+asha", DEFAULT);

    private static final int BASELINE_TRIALS = 64;
    private static final int MOST_TRIALS = 192;

    private final int seeds;
    private final int workers;

    public CurveRace(int seeds, int workers) {
        this.seeds = seeds;
        this.workers = workers;
    }

    /**
     * How one contender did on one study, medians over the seeds; infinite where the goal was not reached.
     *
     * @param toRandom epochs to random search's best value
     * @param shareOfRandom the same as a share of all epochs that random search trained
     * @param toAsha epochs to plain ASHA's best value
     * @param shareOfAsha the same as a share of all epochs that plain ASHA trained
     * @param best value in the metric's own sense after as many epochs as random search trained
     */
    public record Row(
            String study,
            String contender,
            double toRandom,
            double shareOfRandom,
            double toAsha,
            double shareOfAsha,
            double best) {}

    /** What each seed has to beat. */
    private record Goal(ReplayResult random, ReplayResult asha) {}

    public static List<String> studies() {
        return CurveStudy.all().stream().map(CurveStudy::name).collect(Collectors.toList());
    }

    public List<Row> rows(String studyName, List<String> contenders) {
        CurveStudy study = CurveStudy.all().stream()
                .filter(each -> each.name().equals(studyName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("study: must be one of " + studies()));
        CurveTable table = CurveTable.recorded(study);
        List<Goal> goals = perSeed(seed -> new Goal(
                replay(table, Contender.RANDOM, seed, BASELINE_TRIALS),
                replay(table, Contender.PLAIN_ASHA, seed, BASELINE_TRIALS)));
        List<Row> rows = new ArrayList<>();
        for (String contender : contenders) {
            Contender parsed = Contender.parse(contender);
            List<ReplayResult> results = perSeed(seed -> replay(table, parsed, seed, MOST_TRIALS));
            rows.add(row(study, contender, goals, results));
        }
        return rows;
    }

    private <T> List<T> perSeed(LongFunction<T> run) {
        return IntStream.range(0, seeds).parallel().mapToObj(run::apply).collect(Collectors.toList());
    }

    private ReplayResult replay(CurveTable table, Contender contender, long seed, int trials) {
        return new Replay(table, contender, seed, trials, workers)
                .run(BASELINE_TRIALS * table.study().epochs());
    }

    private static Row row(CurveStudy study, String contender, List<Goal> goals, List<ReplayResult> results) {
        ToDoubleFunction<Integer> toRandom =
                seed -> results.get(seed).epochsTo(goals.get(seed).random().best());
        ToDoubleFunction<Integer> toAsha =
                seed -> results.get(seed).epochsTo(goals.get(seed).asha().best());
        return new Row(
                study.name(),
                contender,
                median(goals, toRandom),
                median(
                        goals,
                        seed -> toRandom.applyAsDouble(seed)
                                / goals.get(seed).random().epochs()),
                median(goals, toAsha),
                median(
                        goals,
                        seed -> toAsha.applyAsDouble(seed)
                                / goals.get(seed).asha().epochs()),
                study.objective()
                        .toValue(median(goals, seed -> results.get(seed).best())));
    }

    private static double median(List<Goal> goals, ToDoubleFunction<Integer> bySeed) {
        return Medians.of(IntStream.range(0, goals.size()).mapToDouble(seed -> bySeed.applyAsDouble(seed)));
    }
}
