package io.sweepforge.kernels.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An array in NumPy's format, versions 1 and 2: little-endian {@code f4 f8 i4 i8} or {@code u1}, in C order. */
record NpyArray(List<Integer> shape, ByteBuffer values, String type) {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final Pattern TYPE = Pattern.compile("'descr':\\s*'([^']*)'");
    private static final Pattern FORTRAN = Pattern.compile("'fortran_order':\\s*True");
    private static final Pattern SHAPE = Pattern.compile("'shape':\\s*\\(([\\d,\\s]*)\\)");

    static NpyArray parse(String name, byte[] bytes) throws BadDatasetException {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        String header = header(name, in);
        if (FORTRAN.matcher(header).find()) {
            throw new BadDatasetException(name + " is in Fortran order; save numpy.ascontiguousarray of it");
        }
        String type = find(name, TYPE, header);
        int width = width(name, type);
        List<Integer> shape = shape(name, find(name, SHAPE, header));
        long expected = width;
        for (int size : shape) {
            expected = expected > Archive.LARGEST ? Long.MAX_VALUE : expected * size;
        }
        if (expected != in.remaining()) {
            throw new BadDatasetException(name + ": its header says " + shape + " values of " + width + " bytes but "
                    + in.remaining() + " bytes follow; the file is cut off or damaged");
        }
        return new NpyArray(shape, in.slice().order(ByteOrder.LITTLE_ENDIAN), type);
    }

    private static String header(String name, ByteBuffer in) throws BadDatasetException {
        byte[] magic = new byte[MAGIC.length];
        if (in.remaining() < 12) {
            throw new BadDatasetException(name + " is too short for a NumPy array");
        }
        in.get(magic);
        int version = in.getShort() & 0xff;
        if (!Arrays.equals(magic, MAGIC) || version < 1 || version > 3) {
            throw new BadDatasetException(name + " is not a NumPy array; save it with numpy.savez(file, x=..., y=...)");
        }
        int length = version == 1 ? in.getShort() & 0xffff : in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new BadDatasetException(name + " is cut off within its header");
        }
        byte[] header = new byte[length];
        in.get(header);
        return new String(header, StandardCharsets.UTF_8);
    }

    private static String find(String name, Pattern pattern, String header) throws BadDatasetException {
        Matcher matcher = pattern.matcher(header);
        if (!matcher.find()) {
            throw new BadDatasetException(name + " has a NumPy header that cannot be read: " + header.strip());
        }
        return matcher.group(1);
    }

    private static int width(String name, String type) throws BadDatasetException {
        return switch (type) {
            case "|u1" -> 1;
            case "<f4", "<i4" -> 4;
            case "<f8", "<i8" -> 8;
            default ->
                throw new BadDatasetException(name + " has values of type " + type
                        + "; convert them with astype to one of <f4, <f8, <i4, <i8, |u1");
        };
    }

    private static List<Integer> shape(String name, String text) throws BadDatasetException {
        List<Integer> shape = new ArrayList<>();
        for (String size : text.split(",", -1)) {
            if (!size.isBlank()) {
                shape.add((int) Math.min(Integer.MAX_VALUE, Numbers.parse(size.strip())));
            }
        }
        if (shape.isEmpty() || shape.size() > 4 || shape.contains(0)) {
            throw new BadDatasetException(name + " has the shape (" + text + "); 1 to 4 sizes from 1 can be read");
        }
        return shape;
    }

    double value(int i) {
        return switch (type) {
            case "|u1" -> values.get(i) & 0xff;
            case "<f4" -> values.getFloat(4 * i);
            case "<i4" -> values.getInt(4 * i);
            case "<i8" -> values.getLong(8 * i);
            default -> values.getDouble(8 * i);
        };
    }
}
