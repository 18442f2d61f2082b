package io.sweepforge.search.scheduler.simulation;

import io.sweepforge.search.sampler.support.HashedRandom;
import io.sweepforge.search.sampler.support.RandomDraws;
import io.sweepforge.search.scheduler.Decision;
import io.sweepforge.search.scheduler.Observation;
import io.sweepforge.search.scheduler.Scheduler;
import io.sweepforge.search.scheduler.population.Perturbation;
import io.sweepforge.search.space.Configuration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;

/**
 * A sweep as the coordinator runs it, on made-up curves: lanes take promoted trials, copies and then new random ones;
 * the scheduler is shown the first report at or after each of its rungs, and its decisions are followed. What still
 * waits when nothing else is left ends as pruned.
 */
public final class Simulation {
    /** How one is run. */
    public record Plan(Curves curves, long seed, int trials, int lanes, int maxEpochs) {}

    private final Plan plan;
    private final Scheduler scheduler;
    private final List<SimulatedTrial> trials = new ArrayList<>();
    private final Deque<SimulatedTrial> pending = new ArrayDeque<>();
    private final PriorityQueue<SimulatedTrial> running = new PriorityQueue<>(
            Comparator.comparingDouble(SimulatedTrial::nextReport).thenComparingInt(SimulatedTrial::number));
    private final List<Double> bestAfter = new ArrayList<>();
    private double best = Double.POSITIVE_INFINITY;
    private int sampled;
    private double now;

    private Simulation(Plan plan, Scheduler scheduler) {
        this.plan = plan;
        this.scheduler = scheduler;
    }

    /** Runs until nothing is left to do. */
    public static Outcome run(Plan plan, Scheduler scheduler) {
        Simulation simulation = new Simulation(plan, scheduler);
        simulation.fillLanes();
        while (!simulation.running.isEmpty()) {
            simulation.step();
            simulation.fillLanes();
        }
        return new Outcome(simulation.trials, simulation.bestAfter);
    }

    private void fillLanes() {
        while (running.size() < plan.lanes() && (!pending.isEmpty() || suggest())) {
            SimulatedTrial trial = pending.poll();
            trial.begin(now, plan.curves().duration(trial.configuration()));
            running.add(trial);
        }
    }

    private boolean suggest() {
        boolean more = trials.size() < plan.trials() && sampled < scheduler.sampledTrials();
        if (more) {
            HashedRandom random = new HashedRandom(plan.seed(), sampled++, 0);
            SimulatedTrial trial =
                    new SimulatedTrial(trials.size(), RandomDraws.feasible(Curves.SPACE, random), Curves.START, 0);
            trials.add(trial);
            pending.add(trial);
        }
        return more;
    }

    private void copy(int donor) {
        SimulatedTrial copied = trials.get(donor);
        Configuration changed = Perturbation.of(Curves.SPACE, copied.configuration(), plan.seed(), trials.size());
        SimulatedTrial copy = new SimulatedTrial(trials.size(), changed, copied.weights(), copied.epoch());
        trials.add(copy);
        pending.addFirst(copy);
    }

    private void step() {
        SimulatedTrial trial = running.remove();
        now = trial.nextReport();
        double loss = trial.train(plan.curves());
        best = loss < best ? loss : best;
        bestAfter.add(best);
        if (scheduler.rungs().contains(trial.epoch())) {
            Observation observation = new Observation(trial.number(), trial.epoch(), List.of(loss));
            Decision decision = scheduler.decide(observation);
            scheduler.record(observation, decision);
            follow(trial, decision);
        }
        if (trial.epoch() == plan.maxEpochs() && trial.isRunning()) {
            trial.end(SimulatedTrial.State.COMPLETED);
        }
        if (trial.isRunning()) {
            trial.goOn(plan.curves().duration(trial.configuration()));
            running.add(trial);
        }
    }

    private void follow(SimulatedTrial trial, Decision decision) {
        if (decision instanceof Decision.Stop) {
            trial.end(SimulatedTrial.State.PRUNED);
        } else if (decision instanceof Decision.Pause) {
            trial.end(SimulatedTrial.State.PAUSED);
        } else if (decision instanceof Decision.Promote promote) {
            trial.end(SimulatedTrial.State.PAUSED);
            SimulatedTrial promoted = trials.get(promote.number());
            promoted.promote();
            pending.addFirst(promoted);
        } else if (decision instanceof Decision.Exploit exploit
                && trials.get(exploit.donor()).epoch() < plan.maxEpochs()) {
            trial.end(SimulatedTrial.State.PRUNED);
            copy(exploit.donor());
        }
    }
}
