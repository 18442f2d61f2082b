package io.sweepforge.search.sampler.cmaes;

import io.sweepforge.search.sampler.FinishedTrial;
import io.sweepforge.search.sampler.support.TrialRanking;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which trials make up which generation, by their numbers alone: each generation takes the next trial numbers, without
 * those that failed, whoever proposed them. It ends when all of them have finished, or at least half of them and as many
 * later ones as are missing. Where less than half have long after, it takes more numbers until it has that half. A trial
 * that finishes late still joins its own generation: everything from there on is computed again, so that the order in
 * which trials finish makes no difference.
 */
final class Replay {
    /** Generations kept: all of the latest, and fewer of the older ones. */
    private static final int KEPT = 64;
    /** Trials from which a trial that runs ahead may learn. */
    private static final int FEWEST_AHEAD = 2;
    /** How many generations' worth of trials have to finish before a generation is not waited for. */
    private static final int PATIENCE = 3;

    /** How many generations are computed again when more trials are supposed to have finished. */
    private static final int MOST_REPEATED = 12;

    private final Search search;
    private final TreeMap<Integer, Member> members = new TreeMap<>();
    private final TreeSet<Integer> failed = new TreeSet<>();
    /** By the number at which they start; the first trials are before the first. */
    private final TreeMap<Integer, Generation> generations = new TreeMap<>();

    Replay(Search search) {
        this.search = search;
    }

    Search search() {
        return search;
    }

    /** Takes note of a trial that was not known before. */
    void add(FinishedTrial trial) {
        if (TrialRanking.isTelling(trial)) {
            double[] point = search.dimensions().coordinates().point(trial.configuration());
            members.put(trial.number(), new Member(trial, point));
        } else {
            failed.add(trial.number());
        }
        generations.tailMap(trial.number(), false).clear();
    }

    /** Some of the trials with the largest numbers, the largest first. */
    List<Member> latest(int count) {
        return members.descendingMap().values().stream().limit(count).collect(Collectors.toList());
    }

    /**
     * The search as it would be if some more trials had finished. Those of long past generations are left out.
     *
     * @param more at least one, with numbers that are not known
     */
    Replay with(List<Member> more) {
        int first = more.stream().mapToInt(Member::number).min().orElseThrow();
        int start = generations.isEmpty() ? Integer.MIN_VALUE : repeatedFrom(first);
        Replay copy = new Replay(search);
        copy.members.putAll(members.tailMap(start));
        copy.failed.addAll(failed.tailSet(start));
        Optional.ofNullable(generations.get(start)).ifPresent(from -> copy.generations.put(start, from));
        more.forEach(member -> copy.members.put(member.number(), member));
        return copy;
    }

    /** The start of the generation that a number belongs to, or of the earliest that is not long past. */
    private int repeatedFrom(int number) {
        List<Integer> latest =
                generations.descendingKeySet().stream().limit(MOST_REPEATED).collect(Collectors.toList());
        return latest.stream().filter(start -> start <= number).findFirst().orElse(latest.get(latest.size() - 1));
    }

    /**
     * The generation that a trial is drawn from: the latest, or for a trial that runs ahead of it what the latest would
     * lead to if only those that have finished counted.
     *
     * @return empty when the trial is one of the first
     */
    Optional<Generation> generation(int number) {
        if (generations.isEmpty()) {
            begin();
        }
        while (!generations.isEmpty() && advance()) {
            forget();
        }
        return generations.isEmpty() ? early(number) : Optional.of(ahead(number));
    }

    private void begin() {
        int earlier = members.headMap(0).size();
        int count = Math.max(0, search.beginning().trials() - earlier);
        end(0, count).ifPresent(end -> generations.put(end, beginning(end, members.headMap(end))));
    }

    private Optional<Generation> early(int number) {
        boolean first = number < search.beginning().trials() || members.isEmpty();
        return first ? Optional.empty() : Optional.of(beginning(number, members));
    }

    private Generation beginning(int start, Map<Integer, Member> trials) {
        return search.beginning().generation(start, List.copyOf(trials.values()));
    }

    private boolean advance() {
        Generation last = generations.lastEntry().getValue();
        OptionalInt end = end(last.start(), last.population());
        end.ifPresent(start -> generations.put(start, next(last, members.subMap(last.start(), start), start)));
        return end.isPresent();
    }

    private Generation ahead(int number) {
        Generation last = generations.lastEntry().getValue();
        int full = after(last.start(), last.population());
        Map<Integer, Member> finished = members.tailMap(last.start());
        return number < full || finished.size() < FEWEST_AHEAD ? last : next(last, finished, full);
    }

    private Generation next(Generation generation, Map<Integer, Member> joined, int start) {
        return search.next(generation, List.copyOf(joined.values()), start);
    }

    /** Where a generation that began at a number ends; empty when it has not. */
    private OptionalInt end(int start, int count) {
        int full = after(start, count);
        int half = (count + 1) / 2;
        boolean halfJoined = members.subMap(start, full).size() >= half;
        if (finished(start, halfJoined ? count : PATIENCE * count).isEmpty()) {
            return OptionalInt.empty();
        }
        return halfJoined
                ? OptionalInt.of(full)
                : OptionalInt.of(finished(start, half).getAsInt() + 1);
    }

    /** The number of the last of so many trials that have finished since a number; empty when fewer have. */
    private OptionalInt finished(int start, int count) {
        int last = start - 1;
        Iterator<Integer> since = members.tailMap(start).keySet().iterator();
        for (int left = count; left > 0; left--) {
            if (!since.hasNext()) {
                return OptionalInt.empty();
            }
            last = since.next();
        }
        return OptionalInt.of(last);
    }

    /** The number after a number of trials that did not fail. */
    private int after(int start, int count) {
        int end = start;
        for (int left = count; left > 0; end++) {
            left -= failed.contains(end) ? 0 : 1;
        }
        return end;
    }

    /** Drops every other one of the older generations once there are many. */
    private void forget() {
        if (generations.size() >= 2 * KEPT) {
            List<Integer> older = generations.keySet().stream().limit(KEPT).collect(Collectors.toList());
            for (int i = 1; i < KEPT; i += 2) {
                generations.remove(older.get(i));
            }
        }
    }
}
