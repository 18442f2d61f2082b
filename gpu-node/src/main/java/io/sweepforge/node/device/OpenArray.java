package io.sweepforge.node.device;

import io.sweepforge.kernels.array.LaneRefusedException;
import io.sweepforge.kernels.array.LaneReport;
import io.sweepforge.kernels.array.TrialArray;
import io.sweepforge.kernels.data.Dataset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongSupplier;

/** An open trial array and what its device has to remember of the lanes in it. */
final class OpenArray {
    /** How long a lane is held while nobody answers its report. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final class Lane {
        final LaneRequest request;
        final long bytes;
        int epoch;
        int savedEpoch;
        boolean resting;
        long restingSince;

        Lane(LaneRequest request, long bytes) {
            this.request = request;
            this.bytes = bytes;
            this.epoch = request.firstEpoch();
            this.savedEpoch = epoch;
        }

        /** Whether the epochs up to this one, beyond the last, have one at which the lane is to be held. */
        boolean isHeldAfter(int reached) {
            return request.holdAt().stream().anyMatch(hold -> epoch < hold && hold <= reached);
        }

        /** A quantum may hold several epochs, so the one that is a multiple may have passed. */
        boolean checkpointIsDue() {
            int every = request.checkpointEvery();
            return epoch / every > savedEpoch / every && epoch < request.spec().epochs();
        }
    }

    private final String family;
    private final Dataset dataset;
    private final TrialArray array;
    private final LongSupplier nanoTime;
    private final Map<String, Lane> lanes = new LinkedHashMap<>();

    OpenArray(LaneRequest first, TrialArray array, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.family = first.family().name();
        this.dataset = first.dataset();
        this.array = array;
    }

    /** Data sets are decoded once for all lanes, so the same one is the same object. */
    @SuppressWarnings("ReferenceEquality")
    boolean takes(LaneRequest request) {
        return request.dataset() == dataset && request.family().name().equals(family);
    }

    void add(LaneRequest request, long bytes) throws LaneRefusedException {
        LaneRequest.Resume resume = request.resume();
        if (resume == null) {
            array.add(request.lane(), request.spec());
        } else if (resume.copy()) {
            array.adopt(request.lane(), request.spec(), resume.checkpoint());
        } else {
            array.restore(request.lane(), request.spec(), resume.checkpoint());
        }
        lanes.put(request.lane(), new Lane(request, bytes));
    }

    boolean has(String lane) {
        return lanes.containsKey(lane);
    }

    void remove(String lane) {
        array.remove(lane);
        lanes.remove(lane);
    }

    /** Takes a lane that it has out with a checkpoint. */
    LaneEvent park(String lane) {
        LaneEvent parked = new LaneEvent.Parked(lane, lane(lane).epoch, array.checkpoint(lane));
        remove(lane);
        return parked;
    }

    /** What the lanes have reported, in order, and the checkpoints that became due. */
    List<LaneEvent> poll() {
        wakeWhoRestedForLong();
        List<LaneEvent> events = new ArrayList<>();
        Set<String> reported = new LinkedHashSet<>();
        for (LaneReport report : array.poll()) {
            if (has(report.lane())) {
                events.add(note(report));
                reported.add(report.lane());
            }
        }
        reported.stream()
                .filter(lane -> has(lane) && lane(lane).checkpointIsDue())
                .map(this::takeCheckpoint)
                .forEach(events::add);
        return events;
    }

    private LaneEvent takeCheckpoint(String name) {
        Lane lane = lane(name);
        lane.savedEpoch = lane.epoch;
        return new LaneEvent.CheckpointTaken(name, lane.epoch, array.checkpoint(name));
    }

    private LaneEvent note(LaneReport report) {
        Lane lane = lane(report.lane());
        if (report instanceof LaneReport.EpochFinished finished) {
            boolean held = lane.isHeldAfter(finished.epoch());
            lane.epoch = finished.epoch();
            if (held) {
                rest(lane);
            }
        }
        LaneEvent event = LaneReports.toEvent(report, lane.epoch);
        if (!(event instanceof LaneEvent.EpochFinished)) {
            remove(report.lane());
        }
        return event;
    }

    private void rest(Lane lane) {
        lane.resting = true;
        lane.restingSince = nanoTime.getAsLong();
        array.rest(lane.request.lane());
    }

    /** Nobody answers: better to train in vain than not at all. */
    private void wakeWhoRestedForLong() {
        long now = nanoTime.getAsLong();
        lanes.forEach((name, lane) -> {
            if (lane.resting && now - lane.restingSince > PATIENCE.toNanos()) {
                goOn(name);
            }
        });
    }

    /** Lets a lane that it has train again if it rests. */
    void goOn(String name) {
        lane(name).resting = false;
        array.wake(name);
    }

    boolean isResting() {
        return lanes.values().stream().allMatch(lane -> lane.resting);
    }

    private Lane lane(String name) {
        return Objects.requireNonNull(lanes.get(name), name);
    }

    boolean isEmpty() {
        return lanes.isEmpty();
    }

    List<String> lanes() {
        return List.copyOf(lanes.keySet());
    }

    long memoryUsed() {
        return lanes.values().stream().mapToLong(lane -> lane.bytes).sum();
    }

    void close() {
        array.close();
    }
}
