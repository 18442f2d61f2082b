package io.sweepforge.kernels.data;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/** CRC-32C over numbers. */
final class Checksum {
    private final CRC32C crc = new CRC32C();
    private final ByteBuffer chunk = ByteBuffer.allocate(8192);

    Checksum add(float[] values) {
        for (float value : values) {
            add(Float.floatToRawIntBits(value));
        }
        return this;
    }

    Checksum add(int[] values) {
        for (int value : values) {
            add(value);
        }
        return this;
    }

    private void add(int bits) {
        if (!chunk.hasRemaining()) {
            drain();
        }
        chunk.putInt(bits);
    }

    long value() {
        drain();
        return crc.getValue();
    }

    private void drain() {
        crc.update(chunk.flip());
        chunk.clear();
    }
}
