package io.sweepforge.kernels.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CheckpointFormatTest {
    private static final CheckpointFormat FORMAT = new CheckpointFormat("family=a\nseed=1");
    private static final byte[] PAYLOAD = {1, 2, 3, 4, 5};

    @Test
    void givesThePayloadBack() throws LaneRefusedException {
        assertThat(FORMAT.unwrap(FORMAT.wrap(PAYLOAD))).isEqualTo(ByteBuffer.wrap(PAYLOAD));
    }

    @Test
    void refusesEverySingleFlippedBit() {
        byte[] checkpoint = FORMAT.wrap(PAYLOAD);
        for (int bit = 0; bit < checkpoint.length * 8; bit++) {
            byte[] damaged = checkpoint.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            assertRefused(damaged, "checkpoint");
        }
    }

    @Test
    void refusesEveryShorterLength() {
        byte[] checkpoint = FORMAT.wrap(PAYLOAD);
        for (int length = 0; length < checkpoint.length; length++) {
            assertRefused(Arrays.copyOf(checkpoint, length), "checkpoint");
        }
    }

    @Test
    void namesWhatBelongsToAnotherTrial() {
        byte[] other = new CheckpointFormat("family=a\nseed=2").wrap(PAYLOAD);

        assertRefused(other, "the checkpoint is of another trial: its [seed=2] should be [seed=1]");
    }

    @Test
    void namesAVersionItCannotRead() {
        byte[] newer = FORMAT.wrap(PAYLOAD);
        newer[7] = 9;

        assertRefused(newer, "the checkpoint has version 9, this build reads 1");
    }

    private static void assertRefused(byte[] checkpoint, String message) {
        assertThatExceptionOfType(LaneRefusedException.class)
                .isThrownBy(() -> FORMAT.unwrap(checkpoint))
                .withMessageContaining(message)
                .satisfies(e -> assertThat(e.reason()).isEqualTo(LaneRefusedException.Cause.BAD_CHECKPOINT));
    }
}
