package io.sweepforge.search.sampler.support;

import io.sweepforge.search.sampler.SamplerSetup;
import io.sweepforge.search.space.Configuration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Random configurations that no other trial has. Exact for spaces of up to {@value #MAX_POINTS} points: there the answer
 * is empty once all were tried. In larger finite spaces a repetition is only very unlikely.
 */
public final class FreshDraws {
    private static final int MAX_POINTS = 10_000;
    private static final int TRIES = 20;
    private static final long PURPOSE = 0;

    private final SamplerSetup setup;
    private final Optional<List<Configuration>> points;

    public FreshDraws(SamplerSetup setup) {
        this.setup = setup;
        this.points = GridWalk.points(setup.space(), MAX_POINTS);
    }

    public Optional<Configuration> draw(int number, TrialHistory history) {
        HashedRandom random = new HashedRandom(setup.seed(), number, PURPOSE);
        Predicate<Configuration> taken = history.takenByOthers(number);
        Configuration drawn = RandomDraws.feasible(setup.space(), random);
        for (int i = 0; i < TRIES && taken.test(drawn); i++) {
            drawn = RandomDraws.feasible(setup.space(), random);
        }
        return taken.test(drawn) && points.isPresent() ? untried(points.get(), taken, random) : Optional.of(drawn);
    }

    private static Optional<Configuration> untried(
            List<Configuration> points, Predicate<Configuration> taken, HashedRandom random) {
        List<Configuration> left = new ArrayList<>(points);
        left.removeIf(taken);
        return left.isEmpty() ? Optional.empty() : Optional.of(left.get(random.below(left.size())));
    }
}
