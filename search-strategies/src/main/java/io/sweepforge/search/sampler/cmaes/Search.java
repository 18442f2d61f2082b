package io.sweepforge.search.sampler.cmaes;

import io.sweepforge.search.sampler.SamplerSetup;
import io.sweepforge.search.sampler.support.HashedRandom;
import java.util.ArrayList;
import java.util.List;

/** The step from one generation to the next. Has no state. */
final class Search {
    /** A purpose of random numbers that no attempt at a suggestion has. */
    private static final long ROUNDING = -1;

    private final long seed;
    private final Dimensions dimensions;
    private final Beginning beginning;

    /** @param growth see {@link Beginning} */
    Search(SamplerSetup setup, double growth) {
        this.seed = setup.seed();
        this.dimensions = new Dimensions(setup.space());
        this.beginning = new Beginning(dimensions, seed, growth);
    }

    Dimensions dimensions() {
        return dimensions;
    }

    Beginning beginning() {
        return beginning;
    }

    /**
     * The generation after one of which some members have finished.
     *
     * @param members at least two
     * @param start the first trial number of the new generation
     */
    Generation next(Generation before, List<Member> members, int start) {
        if (Stagnation.isReached(before)) {
            return beginning.restart(before, start);
        }
        List<Member> selected = Selection.of(before, members);
        Evolution evolution =
                new Adaptation(before.gaussian(), points(before.gaussian(), selected)).apply(before.evolution());
        double margin = beginning.margin(before.population());
        double[] weights =
                Rates.of(dimensions.numbers().count(), selected.size()).weights();
        List<Double> bests = new ArrayList<>(before.bests());
        bests.add(Selection.bestFirst(members).get(0).loss());
        return new Generation(
                start,
                before.population(),
                before.restart(),
                evolution.placed(Margin.apply(evolution.gaussian(), dimensions.numbers(), margin)),
                before.categories().moved(dimensions.categories(selected), weights, before.population()),
                Selection.parents(before, members),
                bests);
    }

    private List<double[]> points(Gaussian gaussian, List<Member> members) {
        List<double[]> points = new ArrayList<>();
        for (Member member : members) {
            HashedRandom random = new HashedRandom(seed, member.number(), ROUNDING);
            points.add(dimensions.numbers().of(member.point(), gaussian, random));
        }
        return points;
    }
}
