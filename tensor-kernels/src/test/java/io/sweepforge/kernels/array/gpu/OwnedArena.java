package io.sweepforge.kernels.array.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.kernels.array.LaneRefusedException;
import io.sweepforge.kernels.array.LaneReport;
import io.sweepforge.kernels.array.LaneSpec;
import io.sweepforge.kernels.array.TrialArray;
import io.sweepforge.kernels.gpu.Arena;
import java.util.List;

/** An array with its arena, which must be empty when the array is closed. */
record OwnedArena(TrialArray array, Arena arena) implements TrialArray {
    @Override
    public void add(String lane, LaneSpec spec) throws LaneRefusedException {
        array.add(lane, spec);
    }

    @Override
    public void restore(String lane, LaneSpec spec, byte[] checkpoint) throws LaneRefusedException {
        array.restore(lane, spec, checkpoint);
    }

    @Override
    public void adopt(String lane, LaneSpec spec, byte[] checkpoint) throws LaneRefusedException {
        array.adopt(lane, spec, checkpoint);
    }

    @Override
    public void rest(String lane) {
        array.rest(lane);
    }

    @Override
    public void wake(String lane) {
        array.wake(lane);
    }

    @Override
    public void remove(String lane) {
        array.remove(lane);
    }

    @Override
    public byte[] checkpoint(String lane) {
        return array.checkpoint(lane);
    }

    @Override
    public List<LaneReport> poll() {
        return array.poll();
    }

    @Override
    public int size() {
        return array.size();
    }

    @Override
    public void close() {
        array.close();
        assertThat(arena.usedBytes()).isZero();
        arena.close();
    }
}
