package io.sweepforge.coordinator.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** An array whose header was read; its values follow one by one, the last axis fastest. */
final class ArrayStream {
    /** Bytes of values that a node would take. */
    private static final long LARGEST = 1L << 30;

    private final String file;
    private final List<Integer> shape;
    private final ElementType type;
    private final InputStream in;
    private final ByteBuffer value;

    /** @throws BadDatasetException when the sizes are none, or too large */
    ArrayStream(String file, List<Integer> shape, ElementType type, ByteOrder order, InputStream in)
            throws BadDatasetException {
        this.file = file;
        this.shape = List.copyOf(shape);
        this.type = type;
        this.in = in;
        this.value = ByteBuffer.allocate(type.width()).order(order);
        long bytes = type.width();
        for (int size : shape) {
            bytes = size < 1 || bytes > LARGEST ? Long.MAX_VALUE : bytes * size;
        }
        if (shape.isEmpty() || shape.size() > 4 || bytes > LARGEST) {
            throw new BadDatasetException(
                    "%s has the shape %s of %d bytes each; 1 to 4 sizes from 1 and 1 GiB can be read"
                            .formatted(file, shape, type.width()));
        }
    }

    String file() {
        return file;
    }

    /** [rows, ...]. */
    List<Integer> shape() {
        return shape;
    }

    int rows() {
        return shape.get(0);
    }

    /** Sizes without the first. */
    List<Integer> rowShape() {
        return shape.subList(1, shape.size());
    }

    /** Reads all values as features: each must be finite. */
    void checkFinite() throws IOException, BadDatasetException {
        int rowSize = rowShape().stream().reduce(1, (a, b) -> a * b);
        for (int row = 0; row < rows(); row++) {
            for (int i = 0; i < rowSize; i++) {
                double number = next();
                if (!Float.isFinite((float) number)) {
                    throw new BadDatasetException(
                            "%s, row %d, value %d: %s is not a finite number".formatted(file, row, i, number));
                }
            }
        }
        expectEnd();
    }

    /** Reads all values as labels. */
    ClassCount countClasses() throws IOException, BadDatasetException {
        ClassCount classes = new ClassCount();
        for (int row = 0; row < rows(); row++) {
            classes.add(label(next()), file + ", row " + row);
        }
        expectEnd();
        return classes;
    }

    private static String label(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private double next() throws IOException, BadDatasetException {
        if (in.readNBytes(value.array(), 0, type.width()) < type.width()) {
            throw new BadDatasetException(file + " ends before its header says; the file is cut off");
        }
        return type.read(value);
    }

    private void expectEnd() throws IOException, BadDatasetException {
        if (in.read() >= 0) {
            throw new BadDatasetException(file + " goes on after its header says; the file is damaged");
        }
    }
}
