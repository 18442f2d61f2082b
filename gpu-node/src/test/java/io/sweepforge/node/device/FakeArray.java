package io.sweepforge.node.device;

import io.sweepforge.kernels.array.LaneRefusedException;
import io.sweepforge.kernels.array.LaneReport;
import io.sweepforge.kernels.array.LaneSpec;
import io.sweepforge.kernels.array.TrialArray;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** An array whose lanes train an epoch in each poll, or whatever a test wants the next poll to say. */
final class FakeArray implements TrialArray {
    final Map<String, Integer> lanes = new LinkedHashMap<>();
    final List<Supplier<List<LaneReport>>> script = new ArrayList<>();
    final List<String> adopted = new ArrayList<>();
    final Set<String> resting = new HashSet<>();
    boolean closed;

    /** Whether everything but training throws. */
    boolean broken;

    @Override
    public void add(String lane, LaneSpec spec) throws LaneRefusedException {
        if (spec.parameters().containsKey("bad")) {
            throw new LaneRefusedException(LaneRefusedException.Cause.INVALID_PARAMETERS, "bad is bad");
        }
        if (spec.parameters().containsKey("large")) {
            throw new LaneRefusedException(LaneRefusedException.Cause.OUT_OF_MEMORY, "no room");
        }
        lanes.put(lane, 0);
    }

    @Override
    public void restore(String lane, LaneSpec spec, byte[] checkpoint) throws LaneRefusedException {
        if (checkpoint.length == 0) {
            throw new LaneRefusedException(LaneRefusedException.Cause.BAD_CHECKPOINT, "empty");
        }
        lanes.put(lane, (int) checkpoint[0]);
    }

    @Override
    public void adopt(String lane, LaneSpec spec, byte[] checkpoint) throws LaneRefusedException {
        adopted.add(lane);
        restore(lane, spec, checkpoint);
    }

    @Override
    public void rest(String lane) {
        resting.add(lane);
    }

    @Override
    public void wake(String lane) {
        resting.remove(lane);
    }

    @Override
    public void remove(String lane) {
        check();
        lanes.remove(lane);
    }

    @Override
    public byte[] checkpoint(String lane) {
        check();
        return new byte[] {lanes.get(lane).byteValue()};
    }

    @Override
    public List<LaneReport> poll() {
        if (!script.isEmpty()) {
            return script.remove(0).get();
        }
        List<LaneReport> reports = new ArrayList<>();
        lanes.replaceAll((lane, epoch) -> resting.contains(lane) ? epoch : epoch + 1);
        lanes.forEach((lane, epoch) -> {
            if (!resting.contains(lane)) {
                reports.add(new LaneReport.EpochFinished(lane, epoch, Map.of("loss", 1.0)));
            }
        });
        return reports;
    }

    @Override
    public int size() {
        return lanes.size();
    }

    @Override
    public void close() {
        closed = true;
        check();
    }

    private void check() {
        if (broken) {
            throw new IllegalStateException("broken");
        }
    }
}
