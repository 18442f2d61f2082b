package io.sweepforge.node.device;

import io.sweepforge.kernels.array.TrialArray;
import io.sweepforge.kernels.data.Dataset;
import io.sweepforge.kernels.family.ModelFamily;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/** Makes arrays whose lanes report at every poll, and never works. */
final class FakeCompute implements Compute {
    final List<FakeArray> opened = new CopyOnWriteArrayList<>();
    final AtomicBoolean closed = new AtomicBoolean();

    @Override
    public TrialArray open(ModelFamily family, Dataset dataset) {
        opened.add(new FakeArray());
        return opened.get(opened.size() - 1);
    }

    @Override
    public long busyNanos() {
        return 0;
    }

    @Override
    public void close() {
        closed.set(true);
    }
}
