package io.sweepforge.search.sampler.auto;

import io.sweepforge.search.sampler.SamplerSetup;
import io.sweepforge.search.space.CategoricalDomain;
import io.sweepforge.search.space.SearchSpace;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which samplers take turns.
 *
 * @param kinds in the order of their turns; a kind may be named more than once
 * @param why in words, to follow "auto chose gp,"
 */
record Turns(List<String> kinds, String why) {
    /** Serves every sweep that can be served at all. */
    static final String LAST_RESORT = "random";

    /** So far a Gaussian process sees every trial, and no other model learns as much from one. */
    private static final int FEW = 250;

    /** Beyond this a model of the best few regions no longer profits from the many others. */
    private static final int MANY = 2_000;

    /** So many at once are a population anyhow: what matters is to answer quickly. */
    private static final int MANY_AT_ONCE = 100;

    Turns {
        kinds = List.copyOf(kinds);
    }

    /**
     * The rule, from what is known when a suggestion is asked for.
     *
     * @param coversGrid whether the budget is enough for every configuration there is
     */
    static Turns of(SamplerSetup setup, boolean coversGrid, int finished, int active) {
        if (coversGrid) {
            return new Turns(List.of("grid"), "the budget covers every configuration");
        }
        if (finished > MANY || active > MANY_AT_ONCE) {
            return new Turns(quick(setup), "there are many trials");
        }
        if (finished <= FEW) {
            return new Turns(List.of("gp"), "there are few trials so far");
        }
        return new Turns(List.of("gp", quick(setup).get(0)), "which takes turns after %d trials".formatted(FEW));
    }

    private static List<String> quick(SamplerSetup setup) {
        if (setup.objectives().size() > 1) {
            return List.of("nsga2");
        }
        return isNumeric(setup.space()) ? List.of("cma-es", "tpe") : List.of("tpe");
    }

    private static boolean isNumeric(SearchSpace space) {
        return space.parameters().stream()
                .noneMatch(parameter -> parameter.domain() instanceof CategoricalDomain
                        || !parameter.conditions().isEmpty());
    }

    /** Without the kinds that cannot serve the sweep. */
    Turns among(Set<String> able) {
        List<String> left = kinds.stream().filter(able::contains).collect(Collectors.toList());
        if (left.isEmpty()) {
            return new Turns(List.of(able.contains("tpe") ? "tpe" : LAST_RESORT), "no other model suits the sweep");
        }
        return new Turns(left, why);
    }

    String kindOf(int number) {
        return kinds.get(number % kinds.size());
    }
}
