package io.sweepforge.benchmarks.curves;

import io.sweepforge.benchmarks.data.RealData;
import io.sweepforge.kernels.data.BadDatasetException;
import io.sweepforge.kernels.data.Dataset;
import io.sweepforge.search.problem.Medians;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Lets samplers and schedulers run the same sweeps, and counts the epochs until they reach, seed by seed, what random
 * search and plain ASHA reach with {@value #BASELINE_TRIALS} trials.
 */
public final class CurveRace {
    /** What a sweep gets that does not choose. */
    public static final String DEFAULT = "auto+asha";

    public static final List<String> CONTENDERS = List.of("random+none", "random+asha", "tpe+asha", DEFAULT);

    private static final int BASELINE_TRIALS = 64;
    private static final int MOST_TRIALS = 192;

    private final List<Curves> curves;
    private final int workers;
    private final List<Goal> goals;

    /** What each seed has to beat. */
    private record Goal(SweepResult random, SweepResult asha) {}

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

    /** @param curves by seed, all of one study */
    CurveRace(List<Curves> curves, int workers) {
        this.curves = curves;
        this.workers = workers;
        this.goals = perSeed(seed -> new Goal(
                run(Contender.RANDOM, seed, BASELINE_TRIALS), run(Contender.PLAIN_ASHA, seed, BASELINE_TRIALS)));
    }

    /**
     * Races on all studies whose data are there.
     *
     * @param data folder of the data sets
     * @param memory folder where what was trained is kept for the next time
     */
    public static List<Row> rows(Path data, Optional<Path> memory, int seeds, int workers, List<String> contenders) {
        List<Row> rows = new ArrayList<>();
        for (CurveStudy study : CurveStudy.in(data)) {
            CurveRace race = new CurveRace(trained(study, data, memory, seeds), workers);
            contenders.forEach(contender -> rows.add(race.row(contender)));
        }
        return rows;
    }

    static List<Curves> trained(CurveStudy study, Path data, Optional<Path> memory, int seeds) {
        try {
            Dataset dataset = RealData.named(data, study.dataset()).decode();
            return IntStream.range(0, seeds)
                    .mapToObj(seed -> new TrainedCurves(study, dataset, seed, memory))
                    .collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (BadDatasetException e) {
            throw new IllegalStateException(e);
        }
    }

    Row row(String contender) {
        Contender parsed = Contender.parse(contender);
        List<SweepResult> results = perSeed(seed -> run(parsed, seed, MOST_TRIALS));
        ToDoubleFunction<Integer> toRandom =
                seed -> results.get(seed).epochsTo(goals.get(seed).random().best());
        ToDoubleFunction<Integer> toAsha =
                seed -> results.get(seed).epochsTo(goals.get(seed).asha().best());
        CurveStudy study = curves.get(0).study();
        return new Row(
                study.name(),
                contender,
                median(toRandom),
                median(seed ->
                        toRandom.applyAsDouble(seed) / goals.get(seed).random().epochs()),
                median(toAsha),
                median(seed ->
                        toAsha.applyAsDouble(seed) / goals.get(seed).asha().epochs()),
                study.objective().toValue(median(seed -> results.get(seed).best())));
    }

    private SweepResult run(Contender contender, int seed, int trials) {
        Curves source = curves.get(seed);
        return new Sweep(source, contender, seed, trials, workers)
                .run(BASELINE_TRIALS * source.study().epochs());
    }

    private <T> List<T> perSeed(Function<Integer, T> run) {
        return IntStream.range(0, curves.size()).boxed().parallel().map(run).collect(Collectors.toList());
    }

    private double median(ToDoubleFunction<Integer> bySeed) {
        return Medians.of(IntStream.range(0, curves.size()).mapToDouble(bySeed::applyAsDouble));
    }
}
