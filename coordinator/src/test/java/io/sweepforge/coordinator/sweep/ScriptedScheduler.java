package io.sweepforge.coordinator.sweep;

import io.sweepforge.search.scheduler.Decision;
import io.sweepforge.search.scheduler.Observation;
import io.sweepforge.search.scheduler.Scheduler;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Decides what a test says, in its order, then to continue; remembers what it was shown. */
final class ScriptedScheduler implements Scheduler {
    private final List<Integer> rungs;
    private final Deque<Decision> script = new ArrayDeque<>();
    private final List<Observation> seen = new ArrayList<>();
    private int sampledTrials = Integer.MAX_VALUE;

    ScriptedScheduler(Integer... rungs) {
        this.rungs = List.of(rungs);
    }

    ScriptedScheduler then(Decision decision) {
        script.add(decision);
        return this;
    }

    /** Everything beyond so many trials begins as a copy. */
    void sampling(int trials) {
        sampledTrials = trials;
    }

    @Override
    public int sampledTrials() {
        return sampledTrials;
    }

    List<Observation> seen() {
        return seen;
    }

    @Override
    public Decision decide(Observation observation) {
        Decision next = script.peek();
        return next == null ? new Decision.Continue("good") : next;
    }

    @Override
    public void record(Observation observation, Decision decision) {
        seen.add(observation);
        script.poll();
    }

    @Override
    public List<Integer> rungs() {
        return rungs;
    }
}
