package io.sweepforge.search.scheduler.population;

import io.sweepforge.search.Objective;
import io.sweepforge.search.sampler.support.HashedRandom;
import io.sweepforge.search.scheduler.Decision;
import io.sweepforge.search.scheduler.Observation;
import io.sweepforge.search.scheduler.Scheduler;
import io.sweepforge.search.scheduler.SchedulerSetup;
import io.sweepforge.search.scheduler.ranking.Losses;
import io.sweepforge.search.scheduler.ranking.Standings;
import io.sweepforge.search.scheduler.ranking.Standings.Placed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Population based training (Jaderberg et al., arXiv 1711.09846) with truncation selection: a trial in the worst quarter
 * of those seen at the same epoch so far ends, and a copy of a random one of the best quarter takes its place.
 * Asynchronous: nobody waits for the slower ones, so the first three at an epoch are never replaced there.
 *
 * <p>A trial is judged once per epoch of comparison, by its first report at or after it. What is not a number is replaced
 * as soon as there is somebody to copy.
 */
final class PbtScheduler implements Scheduler {
    private static final int SHARE = 4;

    private final List<Objective> objectives;
    private final long seed;
    private final int population;
    private final int interval;
    private final int maxEpochs;
    private final int copiesAllowed;
    private final List<Integer> epochs;
    private final Map<Integer, Standings> standings = new HashMap<>();
    private final Map<Integer, Integer> judgedAt = new HashMap<>();
    private final Map<Integer, Decision.Exploit> replaced = new HashMap<>();
    private int copies;

    PbtScheduler(SchedulerSetup setup, int population, int interval) {
        this.objectives = setup.objectives();
        this.seed = setup.seed();
        this.population = population;
        this.interval = interval;
        this.maxEpochs = setup.maxEpochs();
        this.copiesAllowed = setup.plannedTrials() - population;
        this.epochs = IntStream.rangeClosed(1, (maxEpochs - 1) / interval)
                .mapToObj(i -> i * interval)
                .collect(Collectors.toUnmodifiableList());
    }

    @Override
    public int sampledTrials() {
        return population;
    }

    @Override
    public List<Integer> rungs() {
        return epochs;
    }

    @Override
    public Decision decide(Observation observation) {
        if (isNew(observation)) {
            return judge(observation);
        }
        Decision.Exploit earlier = replaced.get(observation.number());
        return earlier == null ? new Decision.Continue("no comparison at epoch " + observation.epoch()) : earlier;
    }

    /** A trial that was to be replaced and reports from a later epoch all the same is one of the population again. */
    @Override
    public void record(Observation observation, Decision decision) {
        if (isNew(observation)) {
            int number = observation.number();
            judgedAt.put(number, epoch(observation));
            at(observation).add(number, losses(observation), false);
            replaced.remove(number);
            if (decision instanceof Decision.Exploit exploit) {
                replaced.put(number, exploit);
                copies++;
            }
        }
    }

    private Decision judge(Observation observation) {
        double[] losses = losses(observation);
        Standings peers = standings.getOrDefault(epoch(observation), Standings.of(objectives.size()));
        int count = peers.size() + 1;
        int rank = peers.ahead(losses) + 1;
        int share = count / SHARE;
        boolean bad = rank > count - share || !Losses.areNumbers(losses);
        String what = "%s at epoch %d ranks %d of %d"
                .formatted(Losses.words(objectives, losses), observation.epoch(), rank, count);
        if (!bad) {
            return new Decision.Continue(
                    share == 0 ? what + ", too few to choose" : what + ", not among the worst " + share);
        }
        if (copies >= copiesAllowed) {
            return new Decision.Continue(what + "; the budget has no trials left for copies");
        }
        return donor(observation, peers, Math.min(peers.size(), Math.max(1, share)))
                .map(donor -> exploit(what, donor))
                .orElseGet(() -> new Decision.Continue(what + "; there is nobody better to copy"));
    }

    private static Decision exploit(String what, Placed donor) {
        return new Decision.Exploit(
                donor.number(),
                "%s: a copy of trial %d, which ranks %d, takes its place"
                        .formatted(what, donor.number(), donor.rank()));
    }

    /** A random one of the best that is still training: the first such at or after a random place, in a circle. */
    private Optional<Placed> donor(Observation observation, Standings peers, int places) {
        int start = new HashedRandom(seed, observation.number(), observation.epoch()).below(places);
        return IntStream.range(0, places)
                .mapToObj(i -> peers.at((start + i) % places))
                .filter(placed -> placed.isNumber() && !replaced.containsKey(placed.number()))
                .findFirst();
    }

    private boolean isNew(Observation observation) {
        return epoch(observation) > judgedAt.getOrDefault(observation.number(), 0);
    }

    /** The latest epoch of comparison at or before an observation; 0 when there is none, or nothing left to gain. */
    private int epoch(Observation observation) {
        return observation.epoch() >= maxEpochs ? 0 : observation.epoch() / interval * interval;
    }

    private Standings at(Observation observation) {
        return standings.computeIfAbsent(epoch(observation), epoch -> Standings.of(objectives.size()));
    }

    private double[] losses(Observation observation) {
        return Losses.of(observation, objectives.size());
    }
}
