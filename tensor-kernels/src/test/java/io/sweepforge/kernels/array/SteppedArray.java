package io.sweepforge.kernels.array;

import io.sweepforge.kernels.data.Dataset;
import io.sweepforge.kernels.family.TrainableFamily;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/** An array without threads: each poll lets the lane whose turn it is do one step. */
public final class SteppedArray implements TrialArray {
    private final Queue<Runnable> turns = new ArrayDeque<>();
    private final TrialArray array;

    private SteppedArray(Admission admission) {
        array = new CpuTrialArray(admission, turns::add, 0);
    }

    public static TrialArray of(Feeds feeds, TrainableFamily family, Dataset dataset) {
        return new SteppedArray(new Admission(feeds, family, dataset, Long.MAX_VALUE));
    }

    @Override
    public List<LaneReport> poll() {
        Runnable turn = turns.poll();
        if (turn != null) {
            turn.run();
        }
        return array.poll();
    }

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
    public int size() {
        return array.size();
    }

    @Override
    public void close() {
        array.close();
    }
}
