package io.sweepforge.coordinator.dataset;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** NumPy's format: magic, version, length of the header, a Python literal, the values little-endian in C order. */
final class NpyHeader {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int LONGEST = 1 << 16;
    private static final Pattern TYPE = Pattern.compile("'descr':\\s*'([^']*)'");
    private static final Pattern FORTRAN = Pattern.compile("'fortran_order':\\s*True");
    private static final Pattern SHAPE = Pattern.compile("'shape':\\s*\\(([\\d,\\s]*)\\)");

    private NpyHeader() {}

    static ArrayStream read(String file, InputStream in) throws IOException, BadDatasetException {
        String header = literal(file, in);
        if (FORTRAN.matcher(header).find()) {
            throw new BadDatasetException(file + " is in Fortran order; save numpy.ascontiguousarray of it");
        }
        ElementType type = type(file, find(file, TYPE, header));
        return new ArrayStream(file, shape(find(file, SHAPE, header)), type, ByteOrder.LITTLE_ENDIAN, in);
    }

    private static String literal(String file, InputStream bytes) throws IOException, BadDatasetException {
        DataInputStream in = new DataInputStream(bytes);
        byte[] magic = in.readNBytes(MAGIC.length);
        int version = in.readUnsignedByte();
        in.readByte();
        if (!Arrays.equals(magic, MAGIC) || version < 1 || version > 3) {
            throw new BadDatasetException(file + " is not a NumPy array; save it with numpy.savez(file, x=..., y=...)");
        }
        int length = version == 1
                ? Short.toUnsignedInt(Short.reverseBytes(in.readShort()))
                : Integer.reverseBytes(in.readInt());
        if (length < 0 || length > LONGEST) {
            throw new BadDatasetException(file + " has a NumPy header of " + length + " bytes; it is damaged");
        }
        byte[] header = new byte[length];
        in.readFully(header);
        return new String(header, StandardCharsets.UTF_8);
    }

    private static String find(String file, Pattern pattern, String header) throws BadDatasetException {
        Matcher matcher = pattern.matcher(header);
        if (!matcher.find()) {
            throw new BadDatasetException(file + " has a NumPy header that cannot be read: " + header.strip());
        }
        return matcher.group(1);
    }

    private static ElementType type(String file, String code) throws BadDatasetException {
        return switch (code) {
            case "|u1" -> ElementType.UNSIGNED_BYTE;
            case "<f4" -> ElementType.FLOAT;
            case "<i4" -> ElementType.INT;
            case "<f8" -> ElementType.DOUBLE;
            case "<i8" -> ElementType.LONG;
            default ->
                throw new BadDatasetException(
                        "%s has values of type %s; convert them with astype to one of <f4, <f8, <i4, <i8, |u1"
                                .formatted(file, code));
        };
    }

    /** Sizes beyond 32 bits become the largest integer, which is refused as too large. */
    private static List<Integer> shape(String text) {
        List<Integer> shape = new ArrayList<>();
        for (String size : text.split(",", -1)) {
            if (!size.isBlank()) {
                shape.add((int) Math.min(Integer.MAX_VALUE, Double.parseDouble(size.strip())));
            }
        }
        return shape;
    }
}
