package io.sweepforge.kernels.nn.cudnn;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The structure that a kernel takes, filled in the order of its members, each at its natural alignment. */
final class Arguments {
    private static final int CAPACITY = 256;

    private final ByteBuffer bytes = ByteBuffer.allocate(CAPACITY).order(ByteOrder.nativeOrder());

    /** A pointer or an integer of 64 bits. */
    Arguments wide(long value) {
        align(Long.BYTES).putLong(value);
        return this;
    }

    Arguments integer(int value) {
        align(Integer.BYTES).putInt(value);
        return this;
    }

    Arguments single(float value) {
        align(Float.BYTES).putFloat(value);
        return this;
    }

    Arguments real(double value) {
        align(Double.BYTES).putDouble(value);
        return this;
    }

    /** From position to limit, its length a multiple of 8: every structure here has a member of 64 bits. */
    ByteBuffer packed() {
        align(Long.BYTES);
        return bytes.duplicate().order(ByteOrder.nativeOrder()).flip();
    }

    private ByteBuffer align(int size) {
        return bytes.position((bytes.position() + size - 1) / size * size);
    }
}
