package io.sweepforge.search.sampler.nsga2;

import io.sweepforge.search.pareto.Pareto;
import io.sweepforge.search.sampler.support.HashedRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Trials from best to worst: by front, and within a front those first that have the most room around them (Deb et al., "A
 * fast and elitist multiobjective genetic algorithm: NSGA-II", 2002, section III). Immutable.
 */
final class Population {
    private static final Comparator<Ranked> BEST_FIRST = Comparator.comparingInt(Ranked::front)
            .thenComparing(Comparator.comparingDouble(Ranked::room).reversed())
            .thenComparingInt(ranked -> ranked.individual().number());

    private final List<Ranked> ranked;

    /**
     * A trial with its place.
     *
     * @param front 0 when nothing is better
     * @param room its crowding distance within the front
     */
    record Ranked(Individual individual, int front, double room) {}

    private Population(List<Ranked> ranked) {
        this.ranked = List.copyOf(ranked);
    }

    /** The best of some trials, at most a number of them. */
    static Population best(List<Individual> individuals, int objectives, int size) {
        List<Ranked> ranked = new ArrayList<>();
        int front = 0;
        for (int tier = 0; tier < Individual.TIERS; tier++) {
            int wanted = tier;
            List<Individual> equals = individuals.stream()
                    .filter(individual -> individual.tier(objectives) == wanted)
                    .collect(Collectors.toList());
            boolean hasLosses = tier < Individual.TIERS - 2;
            for (List<Individual> members : hasLosses ? fronts(equals) : List.of(equals)) {
                addFront(members, front++, hasLosses, ranked);
            }
        }
        ranked.sort(BEST_FIRST);
        return new Population(ranked.subList(0, Math.min(size, ranked.size())));
    }

    private static List<List<Individual>> fronts(List<Individual> individuals) {
        int[] ranks = Pareto.ranks(losses(individuals));
        List<List<Individual>> fronts = new ArrayList<>();
        for (int i = 0; i < ranks.length; i++) {
            while (fronts.size() <= ranks[i]) {
                fronts.add(new ArrayList<>());
            }
            fronts.get(ranks[i]).add(individuals.get(i));
        }
        return fronts;
    }

    private static List<double[]> losses(List<Individual> individuals) {
        return individuals.stream().map(Individual::losses).collect(Collectors.toList());
    }

    private static void addFront(List<Individual> members, int front, boolean hasLosses, List<Ranked> ranked) {
        double[] room = hasLosses ? Pareto.crowding(losses(members)) : new double[members.size()];
        for (int i = 0; i < room.length; i++) {
            ranked.add(new Ranked(members.get(i), front, room[i]));
        }
    }

    int size() {
        return ranked.size();
    }

    List<Individual> individuals() {
        return ranked.stream().map(Ranked::individual).collect(Collectors.toList());
    }

    /** The better of two drawn at random. */
    Ranked tournament(HashedRandom random) {
        return ranked.get(Math.min(random.below(ranked.size()), random.below(ranked.size())));
    }
}
