package io.sweepforge.node.trial;

import io.sweepforge.kernels.family.ModelFamily;
import io.sweepforge.node.device.LaneDevice;
import io.sweepforge.node.device.LaneEvent;
import io.sweepforge.protocol.AttemptId;
import io.sweepforge.protocol.DeviceStatus;
import io.sweepforge.protocol.Failure;
import io.sweepforge.protocol.FailureCode;
import io.sweepforge.protocol.NodeMessage;
import io.sweepforge.protocol.TrialAssignment;
import io.sweepforge.protocol.TrialUpdate;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the attempts that this node was given, on its devices, and keeps what the coordinator has to know of them until it
 * does. It outlives the connection to the coordinator.
 *
 * <p>Called by the agent, the devices' threads and whoever finishes a transfer: one lock, held for moments only.
 */
public final class TrialRunner {
    private static final Logger LOG = LoggerFactory.getLogger(TrialRunner.class);

    private final Families families;
    private final DatasetSource datasets;
    private final CheckpointStore checkpoints;
    private final Outbox outbox;
    private final Clock clock;

    private final Map<String, LaneDevice> devices = new LinkedHashMap<>();
    private final Map<AttemptId, Attempt> attempts = new LinkedHashMap<>();
    private final CompletableFuture<@Nullable Void> atRest = new CompletableFuture<>();
    private Runnable news = () -> {};
    private long lanesStarted;
    private boolean draining;
    private boolean leaving;

    public TrialRunner(
            Families families, DatasetSource datasets, CheckpointStore checkpoints, Outbox outbox, Clock clock) {
        this.families = families;
        this.datasets = datasets;
        this.checkpoints = checkpoints;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Gives it a device, whose events have to be told to {@link #on}. */
    public synchronized void add(LaneDevice device) {
        devices.put(device.description().id(), device);
    }

    /** Whom to tell, on any thread, when there is something to send; replaces the one before. */
    public synchronized void onNews(Runnable listener) {
        news = listener;
    }

    /** Takes an attempt; without effect when it has it, or has had it and still has to tell of it. */
    public synchronized void start(TrialAssignment assignment) {
        AttemptId id = assignment.attempt();
        if (attempts.containsKey(id) || outbox.holds(id)) {
            return;
        }
        LaneDevice device = devices.get(assignment.device());
        ModelFamily family = families.find(assignment.family()).orElse(null);
        Optional<Failure> refusal =
                Admission.refuse(assignment, families, device, busyLanes(assignment.device()), draining);
        if (refusal.isEmpty() && device != null && family != null) {
            hold(assignment, family, device);
            change(id, held -> prepare(held, assignment));
        }
        refusal.ifPresent(failure -> refuse(id, failure));
    }

    /** Hears what the coordinator holds, and does what it says is to happen. */
    public synchronized void acknowledge(NodeMessage.Acknowledgement acknowledgement) {
        AttemptId id = acknowledgement.attempt();
        outbox.acknowledge(id, acknowledgement.sequence());
        switch (acknowledgement.verdict()) {
            case CONTINUE -> change(id, attempt -> attempt.acknowledged(acknowledgement.sequence()));
            case STOP -> change(id, Attempt::stop);
            case PAUSE -> change(id, Attempt::pause);
            case ABANDON -> abandon(id, acknowledgement.reason());
        }
        lookForRest();
    }

    /** Stops an attempt; one that never arrived here is told as stopped too, or somebody would wait for ever. */
    public synchronized void stop(AttemptId id) {
        if (!attempts.containsKey(id) && !outbox.holds(id)) {
            outbox.append(id, sequence -> new TrialUpdate.Stopped(id, sequence, clock.instant()));
            news.run();
        }
        change(id, Attempt::stop);
    }

    /** Takes no new attempts from now on. */
    public synchronized void drain() {
        draining = true;
    }

    public synchronized boolean isDraining() {
        return draining;
    }

    /**
     * Checkpoints and takes out everything.
     *
     * @return completes when every checkpoint is safe and everything is acknowledged
     */
    public synchronized CompletableFuture<@Nullable Void> leave() {
        draining = true;
        leaving = true;
        List.copyOf(attempts.keySet()).forEach(id -> change(id, Attempt::leave));
        lookForRest();
        return atRest.copy();
    }

    /** Every attempt that it has, or still has to tell of. */
    public synchronized List<AttemptId> held() {
        Set<AttemptId> held = new LinkedHashSet<>(attempts.keySet());
        held.addAll(outbox.attempts());
        return List.copyOf(held);
    }

    /** How the devices are doing. */
    public synchronized List<DeviceStatus> devices() {
        return devices.values().stream().map(this::status).toList();
    }

    /** What to send now; counts as sent. */
    public synchronized List<Outbox.Batch> due() {
        return outbox.due(clock.instant());
    }

    /** Whoever was told so far is gone: everything unacknowledged is due again. */
    public synchronized void sendAllAgain() {
        outbox.sendAllAgain();
    }

    /** Hears from a device. */
    public synchronized void on(LaneEvent event) {
        onLane(event.lane(), attempt -> attempt.on(event));
    }

    private void hold(TrialAssignment assignment, ModelFamily family, LaneDevice device) {
        String lane = assignment.attempt() + "~" + lanesStarted++;
        CheckpointLine line = new CheckpointLine(checkpoints, saving -> onSaved(lane, saving));
        Attempt attempt = new Attempt(assignment, lane, family, device, line, outbox, clock);
        attempts.put(assignment.attempt(), attempt);
    }

    private void prepare(Attempt attempt, TrialAssignment assignment) {
        Preparation.begin(assignment, datasets, checkpoints).whenComplete((prepared, error) -> {
            synchronized (this) {
                onLane(attempt.lane(), known -> {
                    if (prepared == null) {
                        known.fail(TrialFailedException.failureOf(error));
                    } else {
                        known.prepared(prepared.dataset(), prepared.resume());
                    }
                });
            }
        });
    }

    private synchronized void onSaved(String lane, CheckpointLine.Saving saving) {
        onLane(lane, attempt -> attempt.saved(saving));
    }

    private void refuse(AttemptId id, Failure failure) {
        LOG.info("Refused {}: {}", id, failure.message());
        outbox.append(id, sequence -> new TrialUpdate.Failed(id, sequence, failure, clock.instant()));
        news.run();
    }

    private void abandon(AttemptId id, String reason) {
        LOG.info("Abandoned {}: {}", id, reason);
        change(id, Attempt::abandon);
        outbox.forget(id);
    }

    private void onLane(String lane, Consumer<Attempt> change) {
        attempts.values().stream()
                .filter(attempt -> attempt.lane().equals(lane))
                .findFirst()
                .ifPresent(attempt -> change(attempt.id(), change));
    }

    private void change(AttemptId id, Consumer<Attempt> change) {
        Attempt attempt = attempts.get(id);
        if (attempt == null) {
            return;
        }
        guarded(attempt, change);
        if (attempt.state() == AttemptState.ENDED) {
            attempts.remove(id, attempt);
        }
        news.run();
        lookForRest();
    }

    /** What throws in the middle of a change must not leave an attempt that nothing ever ends. */
    private static void guarded(Attempt attempt, Consumer<Attempt> change) {
        try {
            change.accept(attempt);
        } catch (RuntimeException e) {
            LOG.error("{} broke", attempt.id(), e);
            attempt.breakDown(new Failure(FailureCode.DEVICE_FAILED, e.toString()));
        }
    }

    private void lookForRest() {
        if (leaving && attempts.isEmpty() && outbox.isEmpty()) {
            atRest.complete(null);
        }
    }

    private long busyLanes(String device) {
        return attempts.values().stream()
                .filter(attempt ->
                        attempt.device().equals(device) && attempt.state().needsLane())
                .count();
    }

    private DeviceStatus status(LaneDevice device) {
        String id = device.description().id();
        LaneDevice.Load load = device.load();
        List<AttemptId> running = attempts.values().stream()
                .filter(attempt -> attempt.device().equals(id))
                .map(Attempt::id)
                .toList();
        return new DeviceStatus(id, load.memoryUsedBytes(), load.utilisation(), load.temperatureCelsius(), running);
    }
}
