package io.sweepforge.kernels.array;

import io.sweepforge.kernels.array.LaneRefusedException.Cause;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32C;

/**
 * The envelope of a lane's state, big-endian: magic {@code SFLC}, version, length and UTF-8 bytes of the identity of
 * trial and data, length and bytes of the payload, then the CRC-32C of everything before it. All numbers have 4 bytes.
 */
public record CheckpointFormat(String identity) {
    private static final int MAGIC = 0x53464C43;
    private static final int VERSION = 1;
    private static final int HEADER_INTS = 4;

    /** Begins the identity's line about the data. */
    static final String DATA = "data=";

    /** A payload with everything around it. */
    public byte[] wrap(byte[] payload) {
        byte[] name = identity.getBytes(StandardCharsets.UTF_8);
        ByteBuffer out = ByteBuffer.allocate((HEADER_INTS + 1) * Integer.BYTES + name.length + payload.length);
        out.putInt(MAGIC).putInt(VERSION);
        out.putInt(name.length).put(name);
        out.putInt(payload.length).put(payload);
        out.putInt(checksum(out.array()));
        return out.array();
    }

    /** The payload of a checkpoint of the same trial and data. */
    public ByteBuffer unwrap(byte[] checkpoint) throws LaneRefusedException {
        return unwrap(
                checkpoint,
                other -> other.equals(identity),
                other -> "the checkpoint is of another trial: " + difference(other));
    }

    /** The payload of a checkpoint of any trial of the same family and data. */
    public ByteBuffer unwrapRelated(byte[] checkpoint) throws LaneRefusedException {
        return unwrap(
                checkpoint,
                other -> kin(other).equals(kin(identity)),
                other -> "the checkpoint is of " + kin(other) + ", this trial is of " + kin(identity));
    }

    /** The family and the data; the family is the first line. */
    private static List<String> kin(String identity) {
        List<String> lines = identity.lines().toList();
        return lines.stream()
                .filter(line -> line.equals(lines.get(0)) || line.startsWith(DATA))
                .toList();
    }

    private ByteBuffer unwrap(byte[] checkpoint, Predicate<String> fits, UnaryOperator<String> refusal)
            throws LaneRefusedException {
        ByteBuffer in = ByteBuffer.wrap(checkpoint);
        try {
            require(in.getInt() == MAGIC, "this is not a checkpoint of a lane");
            int version = in.getInt();
            require(version == VERSION, "the checkpoint has version " + version + ", this build reads " + VERSION);
            require(
                    in.getInt(checkpoint.length - Integer.BYTES) == checksum(checkpoint),
                    "the checkpoint is damaged: its checksum does not match its content");
            String other = StandardCharsets.UTF_8.decode(slice(in)).toString();
            require(fits.test(other), refusal.apply(other));
            return slice(in);
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            throw new LaneRefusedException(Cause.BAD_CHECKPOINT, "the checkpoint is cut off");
        }
    }

    private static ByteBuffer slice(ByteBuffer in) {
        int length = in.getInt();
        ByteBuffer slice = in.slice(in.position(), length);
        in.position(in.position() + length);
        return slice;
    }

    private String difference(String other) {
        List<String> mine = identity.lines().toList();
        List<String> theirs = other.lines().toList();
        return "its " + theirs.stream().filter(line -> !mine.contains(line)).toList() + " should be "
                + mine.stream().filter(line -> !theirs.contains(line)).toList();
    }

    private static int checksum(byte[] checkpoint) {
        CRC32C crc = new CRC32C();
        crc.update(checkpoint, 0, checkpoint.length - Integer.BYTES);
        return (int) crc.getValue();
    }

    private static void require(boolean holds, String message) throws LaneRefusedException {
        if (!holds) {
            throw new LaneRefusedException(Cause.BAD_CHECKPOINT, message);
        }
    }
}
