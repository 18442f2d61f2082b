package io.sweepforge.node.trial;

import io.sweepforge.kernels.array.LaneSpec;
import io.sweepforge.kernels.data.Dataset;
import io.sweepforge.kernels.family.ModelFamily;
import io.sweepforge.node.device.LaneDevice;
import io.sweepforge.node.device.LaneEvent;
import io.sweepforge.node.device.LaneRequest;
import io.sweepforge.node.trial.CheckpointLine.Checkpoint;
import io.sweepforge.protocol.AttemptId;
import io.sweepforge.protocol.CheckpointReference;
import io.sweepforge.protocol.Failure;
import io.sweepforge.protocol.TrialAssignment;
import io.sweepforge.protocol.TrialUpdate;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An attempt that this node holds: carries out what {@link AttemptLifecycle} says. Guarded by its {@link TrialRunner}. */
final class Attempt {
    private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);

    private final TrialAssignment assignment;
    private final String lane;
    private final ModelFamily family;
    private final LaneDevice device;
    private final CheckpointLine checkpoints;
    private final Outbox outbox;
    private final Clock clock;
    private AttemptState state = AttemptState.FETCHING;
    private long lastReport;

    /** @param lane unique in this process, so that what a dropped attempt's lane still says is not taken for news */
    Attempt(
            TrialAssignment assignment,
            String lane,
            ModelFamily family,
            LaneDevice device,
            CheckpointLine checkpoints,
            Outbox outbox,
            Clock clock) {
        this.assignment = assignment;
        this.lane = lane;
        this.family = family;
        this.device = device;
        this.checkpoints = checkpoints;
        this.outbox = outbox;
        this.clock = clock;
    }

    AttemptId id() {
        return assignment.attempt();
    }

    String lane() {
        return lane;
    }

    String device() {
        return assignment.device();
    }

    AttemptState state() {
        return state;
    }

    void prepared(Dataset dataset, LaneRequest.@Nullable Resume resume) {
        LaneSpec spec = new LaneSpec(assignment.parameters(), assignment.epochs(), assignment.seed());
        LaneRequest request =
                new LaneRequest(lane, family, dataset, spec, assignment.checkpointEvery(), assignment.holdAt(), resume);
        signal(AttemptSignal.PREPARED, () -> device.start(request));
    }

    void stop() {
        signal(AttemptSignal.STOP);
    }

    void pause() {
        signal(AttemptSignal.PAUSE);
    }

    void leave() {
        signal(AttemptSignal.LEAVE);
    }

    void fail(Failure failure) {
        signal(
                AttemptSignal.FAILED,
                () -> outbox.append(
                        id(), sequence -> new TrialUpdate.Failed(id(), sequence, failure, clock.instant())));
    }

    /** The coordinator has everything up to an update and lets the attempt go on. */
    void acknowledged(long sequence) {
        boolean held = !assignment.holdAt().isEmpty() && state == AttemptState.TRAINING;
        if (held && sequence >= lastReport) {
            device.goOn(lane);
        }
    }

    /** Drops it without a word. */
    void abandon() {
        if (state.needsLane() && state != AttemptState.FETCHING) {
            device.remove(lane);
        }
        state = AttemptState.ENDED;
        checkpoints.cancel();
    }

    /** Something threw that should not have: takes the lane away and tells. */
    void breakDown(Failure failure) {
        if (state != AttemptState.ENDED) {
            abandon();
            outbox.append(id(), sequence -> new TrialUpdate.Failed(id(), sequence, failure, clock.instant()));
        }
    }

    void on(LaneEvent event) {
        if (event instanceof LaneEvent.EpochFinished report) {
            outbox.append(id(), sequence -> {
                lastReport = sequence;
                return new TrialUpdate.Reported(id(), sequence, report.epoch(), report.metrics(), clock.instant());
            });
        } else if (event instanceof LaneEvent.CheckpointTaken taken) {
            if (state == AttemptState.TRAINING) {
                checkpoints.offer(new Checkpoint(taken.epoch(), taken.bytes(), false));
            }
        } else if (event instanceof LaneEvent.Finished finished) {
            signal(AttemptSignal.FINISHED, () -> saveLast(finished.epoch(), finished.checkpoint()));
        } else if (event instanceof LaneEvent.Parked parked) {
            signal(AttemptSignal.PARKED, () -> saveLast(parked.epoch(), parked.checkpoint()));
        } else if (event instanceof LaneEvent.Removed) {
            signal(AttemptSignal.REMOVED);
        } else if (event instanceof LaneEvent.Failed failed) {
            fail(new Failure(failed.code(), failed.message()));
        }
    }

    void saved(CheckpointLine.Saving saving) {
        if (state == AttemptState.ENDED) {
            return;
        }
        Checkpoint checkpoint = saving.checkpoint();
        CheckpointReference reference = saving.reference();
        if (reference != null) {
            outbox.append(id(), sequence -> new TrialUpdate.Checkpointed(id(), sequence, reference));
        }
        if (!checkpoint.last()) {
            checkpoints.next();
        } else if (reference != null) {
            signal(AttemptSignal.SAVED);
        } else {
            fail(TrialFailedException.failureOf(saving.error()));
        }
    }

    private void saveLast(int epoch, byte[] bytes) {
        checkpoints.offer(new Checkpoint(epoch, bytes, true));
    }

    private void signal(AttemptSignal signal) {
        signal(signal, () -> {
            throw new IllegalStateException(signal + " carries nothing to act on");
        });
    }

    /** @param act carries out an action that needs what came with the signal */
    private void signal(AttemptSignal signal, Runnable act) {
        AttemptLifecycle.transition(state, signal).ifPresent(transition -> {
            LOG.debug("{}: {} on {} to {}", id(), state, signal, transition.next());
            state = transition.next();
            perform(transition.action(), act);
            if (state == AttemptState.ENDED) {
                checkpoints.cancel();
            }
        });
    }

    private void perform(AttemptAction action, Runnable act) {
        switch (action) {
            case NOTHING -> {}
            case REMOVE_LANE -> device.remove(lane);
            case PARK_LANE -> device.park(lane);
            case START_LANE, SAVE_CHECKPOINT, TELL_FAILED -> act.run();
            case TELL_COMPLETED -> outbox.append(id(), n -> new TrialUpdate.Completed(id(), n, clock.instant()));
            case TELL_STOPPED -> outbox.append(id(), n -> new TrialUpdate.Stopped(id(), n, clock.instant()));
            case TELL_PAUSED -> outbox.append(id(), n -> new TrialUpdate.Paused(id(), n, clock.instant()));
        }
    }
}
