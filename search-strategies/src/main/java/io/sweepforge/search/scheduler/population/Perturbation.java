package io.sweepforge.search.scheduler.population;

import io.sweepforge.search.Values;
import io.sweepforge.search.sampler.support.HashedRandom;
import io.sweepforge.search.space.Configuration;
import io.sweepforge.search.space.FloatDomain;
import io.sweepforge.search.space.Parameter;
import io.sweepforge.search.space.Scale;
import io.sweepforge.search.space.SearchSpace;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a copy differs from the trial it was copied from (Jaderberg et al., "Population Based Training of Neural
 * Networks", arXiv 1711.09846, section 4: perturb or resample). Only floats change: integers and categories may shape the
 * network whose weights the copy goes on with.
 */
public final class Perturbation {
    private static final double RESAMPLED = 0.25;
    private static final double DOWN = 0.8;
    private static final double UP = 1.2;
    private static final double SHIFT = 0.1;
    private static final int TRIES = 100;
    private static final int DIGITS = 4;

    /** Far from the purposes for which samplers draw with the same seed and number. */
    private static final long PURPOSE = 0x50425450;

    private Perturbation() {}

    /**
     * The configuration of a copy. Each float is resampled with probability 0.25; otherwise it is multiplied by 0.8 or
     * 1.2 on a log scale, and moved by a tenth of its range (or one step, if that is more) on a linear one. Constraints
     * hold, and the same parameters are active as before; when no such change is found, nothing changes.
     *
     * @param donor a configuration of the space
     * @param number of the new trial
     */
    public static Configuration of(SearchSpace space, Configuration donor, long seed, int number) {
        HashedRandom random = new HashedRandom(seed, number, PURPOSE);
        for (int i = 0; i < TRIES; i++) {
            Configuration changed = space.configure(parameter -> change(parameter, donor, random));
            boolean sameShape = changed.values().keySet().equals(donor.values().keySet());
            if (sameShape && space.allows(changed)) {
                return changed;
            }
        }
        return donor;
    }

    /** What changed, for a sentence: {@code learningRate 0.012 instead of 0.01, dropout 0.3 instead of 0.2}. */
    public static String words(Configuration donor, Configuration copy) {
        String changes = copy.values().entrySet().stream()
                .filter(entry -> !entry.getValue().equals(donor.values().get(entry.getKey())))
                .map(entry -> "%s %s instead of %s"
                        .formatted(
                                entry.getKey(),
                                show(entry.getValue()),
                                show(donor.values().get(entry.getKey()))))
                .collect(Collectors.joining(", "));
        return changes.isEmpty() ? "the same parameters" : changes;
    }

    private static String show(@Nullable Object value) {
        return value instanceof Double number ? Values.brief(number, DIGITS) : Values.show(value);
    }

    private static Object change(Parameter parameter, Configuration donor, HashedRandom random) {
        Object value = donor.values().get(parameter.name());
        if (value == null) {
            return parameter.domain().fromUnit(random.unit());
        }
        return parameter.domain() instanceof FloatDomain domain ? change(domain, (double) value, random) : value;
    }

    private static Object change(FloatDomain domain, double value, HashedRandom random) {
        if (random.unit() < RESAMPLED) {
            return domain.fromUnit(random.unit());
        }
        boolean up = random.unit() < 0.5;
        if (domain.scale() == Scale.LOG) {
            return Math.min(domain.max(), Math.max(domain.min(), value * (up ? UP : DOWN)));
        }
        double shift = Math.max(SHIFT, domain.step() / (domain.max() - domain.min()));
        return domain.fromUnit(domain.toUnit(value) + (up ? shift : -shift));
    }
}
