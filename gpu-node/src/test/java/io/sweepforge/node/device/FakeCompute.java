package io.sweepforge.node.device;

import io.sweepforge.kernels.array.TrialArray;
import io.sweepforge.kernels.data.Dataset;
import io.sweepforge.kernels.family.ModelFamily;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Makes arrays whose lanes report at every poll, and never works. */
final class FakeCompute implements Compute {
    final List<FakeArray> opened = new CopyOnWriteArrayList<>();
    final AtomicBoolean closed = new AtomicBoolean();
    volatile @Nullable String brokenBecause;

    @Override
    public TrialArray open(ModelFamily family, Dataset dataset) {
        if (brokenBecause != null) {
            throw new IllegalStateException(brokenBecause);
        }
        opened.add(new FakeArray());
        return opened.get(opened.size() - 1);
    }

    @Override
    public Readings readings() {
        return new Readings(0.0, 61);
    }

    @Override
    public Optional<String> broken() {
        return Optional.ofNullable(brokenBecause);
    }

    @Override
    public void close() {
        closed.set(true);
    }
}
