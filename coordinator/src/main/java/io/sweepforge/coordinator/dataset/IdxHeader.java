package io.sweepforge.coordinator.dataset;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * The IDX format of the MNIST pages: two zero bytes, a type byte, a byte with the number of axes, the sizes as big-endian
 * 32-bit integers, then the values big-endian.
 */
final class IdxHeader {
    private IdxHeader() {}

    static ArrayStream read(String file, InputStream in) throws IOException, BadDatasetException {
        DataInputStream header = new DataInputStream(in);
        if (header.readShort() != 0) {
            throw new BadDatasetException(
                    file + " is neither IDX nor NumPy: it must begin with two zero bytes or with \\x93NUMPY");
        }
        ElementType type = type(file, header.readUnsignedByte());
        int axes = header.readUnsignedByte();
        if (axes < 1 || axes > 4) {
            throw new BadDatasetException(file + " has " + axes + " axes; 1 to 4 can be read");
        }
        List<Integer> shape = new ArrayList<>();
        for (int axis = 0; axis < axes; axis++) {
            shape.add(header.readInt());
        }
        return new ArrayStream(file, shape, type, ByteOrder.BIG_ENDIAN, in);
    }

    private static ElementType type(String file, int code) throws BadDatasetException {
        return switch (code) {
            case 0x08 -> ElementType.UNSIGNED_BYTE;
            case 0x09 -> ElementType.BYTE;
            case 0x0B -> ElementType.SHORT;
            case 0x0C -> ElementType.INT;
            case 0x0D -> ElementType.FLOAT;
            case 0x0E -> ElementType.DOUBLE;
            default ->
                throw new BadDatasetException("%s has the unknown IDX type 0x%02X; known are 08, 09, 0B, 0C, 0D and 0E"
                        .formatted(file, code));
        };
    }
}
