package io.sweepforge.kernels.nn.engine;

import java.nio.ByteBuffer;

/**
 * The arrays of one network and how their elements are read and written.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
public abstract class Storage<A> {
    private final int elementBytes;
    private long bytes;

    protected Storage(int elementBytes) {
        this.elementBytes = elementBytes;
    }

    /** An array of zeros of at least {@code length} elements. */
    public final A allocate(int length) {
        int padded = padded(length);
        bytes += (long) elementBytes * padded;
        return create(padded);
    }

    /** An array of at least {@code length} integers. */
    public final int[] allocateInts(int length) {
        int padded = padded(length);
        bytes += (long) Integer.BYTES * padded;
        return new int[padded];
    }

    /** Bytes allocated so far. */
    public final long bytes() {
        return bytes;
    }

    public final int elementBytes() {
        return elementBytes;
    }

    /** Elements of an array that is to have at least {@code length}, as the backend's loops need it. */
    protected int padded(int length) {
        return length;
    }

    /** Zeros. */
    protected abstract A create(int length);

    public abstract double get(A array, int index);

    /** Rounds {@code value} to the element type. */
    public abstract void set(A array, int index, double value);

    /** Copies the first {@code length} elements. */
    public abstract void copyIn(float[] from, A to, int length);

    /** Copies the first {@code length} elements, rounding them to single precision. */
    public abstract void copyOut(A from, float[] to, int length);

    public abstract void fillWithZeros(A array);

    /** Writes elements times {@code scale}, and 0 for those whose word has upper 24 bits below {@code threshold}. */
    public void dropOut(A from, A to, int[] words, int threshold, double scale, int length) {
        for (int i = 0; i < length; i++) {
            set(to, i, (words[i] >>> 8) < threshold ? 0 : get(from, i) * scale);
        }
    }

    /** Writes the first {@code length} elements at the buffer's position. */
    public abstract void write(A from, int length, ByteBuffer out);

    /** Reads {@code length} elements at the buffer's position. */
    public abstract void read(ByteBuffer in, A to, int length);
}
