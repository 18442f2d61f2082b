package io.sweepforge.kernels.data;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * An array in the IDX format of the MNIST pages: two zero bytes, a type byte, a byte with the number of dimensions, the
 * sizes as big-endian 32-bit integers, then the values big-endian.
 */
record IdxArray(List<Integer> shape, ByteBuffer values, int type) {
    private static final int UNSIGNED_BYTE = 0x08;
    private static final int SIGNED_BYTE = 0x09;
    private static final int SHORT = 0x0B;
    private static final int INT = 0x0C;
    private static final int FLOAT = 0x0D;
    private static final int DOUBLE = 0x0E;

    static IdxArray parse(String name, byte[] bytes) throws BadDatasetException {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (bytes.length < 4 || in.get() != 0 || in.get() != 0) {
            throw new BadDatasetException(
                    name + " is not IDX: it must begin with two zero bytes, a type and the number" + " of dimensions");
        }
        int type = in.get();
        int width = width(name, type);
        int dimensions = in.get();
        if (dimensions < 1 || dimensions > 4 || in.remaining() < 4 * dimensions) {
            throw new BadDatasetException(name + ": " + dimensions + " dimensions; 1 to 4 can be read");
        }
        List<Integer> shape = new ArrayList<>();
        long expected = width;
        for (int i = 0; i < dimensions; i++) {
            int size = in.getInt();
            shape.add(size);
            expected = size < 1 || expected > Archive.LARGEST ? Long.MAX_VALUE : expected * size;
        }
        if (expected != in.remaining()) {
            throw new BadDatasetException(name + ": its header says " + shape + " values of " + width + " bytes but "
                    + in.remaining() + " bytes follow; the file is cut off or damaged");
        }
        return new IdxArray(shape, in.slice(), type);
    }

    private static int width(String name, int type) throws BadDatasetException {
        return switch (type) {
            case UNSIGNED_BYTE, SIGNED_BYTE -> 1;
            case SHORT -> 2;
            case INT, FLOAT -> 4;
            case DOUBLE -> 8;
            default ->
                throw new BadDatasetException(name + ": unknown IDX type 0x" + Integer.toHexString(type)
                        + "; known are 08, 09, 0B, 0C, 0D and 0E");
        };
    }

    double value(int i) {
        return switch (type) {
            case UNSIGNED_BYTE -> values.get(i) & 0xff;
            case SIGNED_BYTE -> values.get(i);
            case SHORT -> values.getShort(2 * i);
            case INT -> values.getInt(4 * i);
            case FLOAT -> values.getFloat(4 * i);
            default -> values.getDouble(8 * i);
        };
    }
}
