package io.sweepforge.kernels.nn.cudnn;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** What has been taken and must be given back, the last first. Giving back goes on when a part of it fails. */
public final class Scope implements AutoCloseable {
    private final Deque<Runnable> closers = new ArrayDeque<>();

    /** {@code closer} gives back what was taken just now. */
    public void onClose(Runnable closer) {
        closers.push(closer);
    }

    /** @throws RuntimeException the first failure, with the others suppressed */
    @Override
    public void close() {
        RuntimeException failure = null;
        while (!closers.isEmpty()) {
            failure = run(closers.pop(), failure);
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static @Nullable RuntimeException run(Runnable closer, @Nullable RuntimeException earlier) {
        try {
            closer.run();
            return earlier;
        } catch (RuntimeException e) {
            if (earlier == null) {
                return e;
            }
            earlier.addSuppressed(e);
            return earlier;
        }
    }
}
