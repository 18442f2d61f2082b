package io.sweepforge.search.sampler.gp;

import io.sweepforge.search.sampler.Suggestion;
import io.sweepforge.search.sampler.sobol.SobolSequence;
import io.sweepforge.search.sampler.support.HashedRandom;
import io.sweepforge.search.space.Configuration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

/** What is tried before there is enough to learn from: the centre of the space, then an even spread. */
final class Startup {
    private static final int SEQUENCES = 20;
    private static final long PURPOSE = 0x69501;
    private static final int MOST_TRIALS = 12;

    private final PointSpace space;
    private final long seed;

    Startup(PointSpace space, long seed) {
        this.space = space;
        this.seed = seed;
    }

    /** How many trials must have taught something before the model takes over. */
    int trials() {
        return Math.min(MOST_TRIALS, space.size() + 4);
    }

    Optional<Suggestion> suggest(int number, Predicate<Configuration> acceptable) {
        Configuration centre = configuration(centre());
        if (number == 0 && acceptable.test(centre)) {
            return Optional.of(new Suggestion(centre, "GP: the centre of the space comes first"));
        }
        HashedRandom seeds = new HashedRandom(seed, 0, PURPOSE);
        for (int i = 0; i < SEQUENCES; i++) {
            Configuration even = configuration(new SobolSequence(space.size(), seeds.bits()).point(number));
            if (acceptable.test(even)) {
                return Optional.of(
                        new Suggestion(even, "GP: an even spread until %d trials have finished".formatted(trials())));
            }
        }
        return Optional.empty();
    }

    private double[] centre() {
        double[] centre = new double[space.size()];
        Arrays.fill(centre, 0.5);
        return centre;
    }

    private Configuration configuration(double[] units) {
        return space.configuration(space.snap(space.genes(units)));
    }
}
