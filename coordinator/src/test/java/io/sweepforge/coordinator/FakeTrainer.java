package io.sweepforge.coordinator;

import io.sweepforge.protocol.AttemptId;
import io.sweepforge.protocol.CheckpointReference;
import io.sweepforge.protocol.FamilyDescription;
import io.sweepforge.protocol.NodeDescription;
import io.sweepforge.protocol.NodeIdentity;
import io.sweepforge.protocol.NodeMessage.Acknowledgement;
import io.sweepforge.protocol.NodeMessage.Verdict;
import io.sweepforge.protocol.TrialAssignment;
import io.sweepforge.protocol.TrialUpdate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a node keeps while its coordinator is away: its lanes and what was not acknowledged. Trains an epoch per call. */
final class FakeTrainer {
    static final String DEVICE = "cpu-0";

    private static final class Lane {
        private final TrialAssignment assignment;
        private int epoch;
        private long heldBy;

        private Lane(TrialAssignment assignment) {
            this.assignment = assignment;
            this.epoch = assignment.resumeFrom() == null
                    ? 0
                    : assignment.resumeFrom().epoch();
        }
    }

    private final NodeIdentity identity;
    private final int lanes;
    private final Map<AttemptId, Lane> running = new LinkedHashMap<>();
    private final Map<AttemptId, Long> sequences = new LinkedHashMap<>();
    private final List<TrialUpdate> unacknowledged = new ArrayList<>();
    private final List<TrialUpdate> unsent = new ArrayList<>();

    FakeTrainer(String id, String incarnation, int lanes) {
        this.identity = new NodeIdentity(id, incarnation);
        this.lanes = lanes;
    }

    NodeIdentity identity() {
        return identity;
    }

    NodeDescription description() {
        FamilyDescription family =
                new FamilyDescription("family", "For tests.", "classification", List.of(), Map.of(), 9, List.of());
        return new NodeDescription(
                identity,
                "127.0.0.1:1",
                List.of(new NodeDescription.Device(DEVICE, "fake", "fake", 1, lanes)),
                List.of(family));
    }

    synchronized List<AttemptId> running() {
        return List.copyOf(running.keySet());
    }

    synchronized void start(TrialAssignment assignment) {
        if (!sequences.containsKey(assignment.attempt())) {
            sequences.put(assignment.attempt(), 0L);
            running.put(assignment.attempt(), new Lane(assignment));
        }
    }

    synchronized void stop(AttemptId attempt) {
        if (running.remove(attempt) != null) {
            tell(new TrialUpdate.Stopped(attempt, next(attempt), Instant.EPOCH));
        }
    }

    private void pause(AttemptId attempt) {
        Lane lane = running.remove(attempt);
        if (lane != null) {
            save(attempt, lane);
            tell(new TrialUpdate.Paused(attempt, next(attempt), Instant.EPOCH));
        }
    }

    private void save(AttemptId attempt, Lane lane) {
        String hash = "%060x%04x".formatted(attempt.trial(), lane.epoch);
        tell(new TrialUpdate.Checkpointed(attempt, next(attempt), new CheckpointReference(hash, lane.epoch, 1)));
    }

    synchronized void train() {
        for (Map.Entry<AttemptId, Lane> entry : List.copyOf(running.entrySet())) {
            AttemptId attempt = entry.getKey();
            Lane lane = entry.getValue();
            if (lane.heldBy > 0) {
                continue;
            }
            lane.epoch++;
            lane.heldBy = lane.assignment.holdAt().contains(lane.epoch) ? sequences.get(attempt) + 1 : 0;
            tell(new TrialUpdate.Reported(
                    attempt,
                    next(attempt),
                    lane.epoch,
                    Map.of("accuracy", accuracy(attempt.trial(), lane.epoch)),
                    Instant.ofEpochSecond(lane.epoch)));
            if (lane.epoch % lane.assignment.checkpointEvery() == 0) {
                save(attempt, lane);
            }
            if (lane.epoch >= lane.assignment.epochs()) {
                running.remove(attempt);
                tell(new TrialUpdate.Completed(attempt, next(attempt), Instant.EPOCH));
            }
        }
    }

    /** A different limit for every trial, the best one first, approached epoch by epoch. */
    static double accuracy(int trial, int epoch) {
        return 1.0 / (1 + trial) * epoch / (epoch + 1);
    }

    synchronized void acknowledge(Acknowledgement answer) {
        AttemptId attempt = answer.attempt();
        unacknowledged.removeIf(update -> update.attempt().equals(attempt) && update.sequence() <= answer.sequence());
        Lane lane = running.get(attempt);
        if (answer.verdict() == Verdict.CONTINUE && lane != null && answer.sequence() >= lane.heldBy) {
            lane.heldBy = 0;
        } else if (answer.verdict() == Verdict.STOP) {
            stop(attempt);
        } else if (answer.verdict() == Verdict.PAUSE) {
            pause(attempt);
        } else if (answer.verdict() == Verdict.ABANDON) {
            running.remove(attempt);
            unacknowledged.removeIf(update -> update.attempt().equals(attempt));
        }
    }

    synchronized List<TrialUpdate> unsent() {
        List<TrialUpdate> batch = List.copyOf(unsent);
        unsent.clear();
        return batch;
    }

    synchronized List<TrialUpdate> unacknowledged() {
        unsent.clear();
        return List.copyOf(unacknowledged);
    }

    private void tell(TrialUpdate update) {
        unacknowledged.add(update);
        unsent.add(update);
    }

    private long next(AttemptId attempt) {
        return sequences.merge(attempt, 1L, Long::sum);
    }
}
