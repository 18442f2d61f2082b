package io.sweepforge.search.sampler.sobol;

import io.sweepforge.search.sampler.SamplerSetup;
import io.sweepforge.search.sampler.Suggestion;
import io.sweepforge.search.sampler.support.FreshDraws;
import io.sweepforge.search.sampler.support.HashedRandom;
import io.sweepforge.search.sampler.support.TrialHistory;
import io.sweepforge.search.space.Configuration;
import io.sweepforge.search.space.Parameter;
import io.sweepforge.search.space.SearchSpace;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Trial number n gets point n of a scrambled Sobol' sequence, one coordinate per parameter whether active or not. Where
 * that point breaks a constraint or another trial has its configuration, the same point of a differently scrambled
 * sequence takes its place, and after many of those a random draw.
 */
public final class SobolDraws {
    private static final int SCRAMBLINGS = 100;
    private static final long PURPOSE = 0x50B02;

    private final SearchSpace space;
    private final long seed;
    private final FreshDraws fallback;
    private final Map<String, Integer> positions = new HashMap<>();

    public SobolDraws(SamplerSetup setup) {
        this.space = setup.space();
        this.seed = setup.seed();
        this.fallback = new FreshDraws(setup);
        space.parameters().forEach(parameter -> positions.put(parameter.name(), positions.size()));
    }

    /** Empty when the space holds nothing that was not tried yet. */
    public Optional<Suggestion> draw(int number, TrialHistory history) {
        Predicate<Configuration> taken = history.takenByOthers(number);
        HashedRandom seeds = new HashedRandom(seed, 0, PURPOSE);
        for (int i = 1; i <= SCRAMBLINGS; i++) {
            Configuration configuration = configuration(seeds.bits(), number);
            if (space.allows(configuration) && !taken.test(configuration)) {
                return Optional.of(new Suggestion(configuration, reason(number, i)));
            }
        }
        return fallback.draw(number, history)
                .map(drawn -> new Suggestion(
                        drawn, "drawn at random, the points of %d Sobol sequences are taken".formatted(SCRAMBLINGS)));
    }

    private Configuration configuration(long scrambling, int number) {
        double[] point = new SobolSequence(positions.size(), scrambling).point(number);
        return space.configure(parameter -> parameter.domain().fromUnit(point[position(parameter)]));
    }

    private int position(Parameter parameter) {
        return Objects.requireNonNull(positions.get(parameter.name()));
    }

    private static String reason(int number, int scrambling) {
        return scrambling == 1
                ? "Sobol: point %d of the sequence".formatted(number)
                : "Sobol: point %d of scrambling %d, others are taken or not allowed".formatted(number, scrambling);
    }
}
