package io.sweepforge.coordinator.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A stream that may be so long and no longer. What is too long is read to its end before it is refused (up to
 * {@link #PATIENCE} bytes more): a client that is still sending would see a broken connection instead of the answer.
 */
final class LimitedInputStream extends FilterInputStream {
    static final long PATIENCE = 256L << 20;

    private final Problem problem;
    private long left;

    /** @param problem thrown as an exception once more than {@code limit} bytes come */
    LimitedInputStream(InputStream in, long limit, Problem problem) {
        super(in);
        this.left = limit;
        this.problem = problem;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = in.read(target, offset, length);
        left -= Math.max(0, count);
        if (left < 0) {
            drain();
            throw problem.toException();
        }
        return count;
    }

    private void drain() throws IOException {
        byte[] nowhere = new byte[1 << 16];
        long patience = PATIENCE;
        for (int count = 0; count >= 0 && patience > 0; patience -= count) {
            count = in.read(nowhere);
        }
    }
}
