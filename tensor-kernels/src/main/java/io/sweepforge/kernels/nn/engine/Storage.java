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
        A array = create(length);
        bytes += (long) elementBytes * capacity(array);
        return array;
    }

    /** An array of {@code length} integers. */
    public final int[] allocateInts(int length) {
        bytes += (long) Integer.BYTES * length;
        return new int[length];
    }

    /** Bytes allocated so far. */
    public final long bytes() {
        return bytes;
    }

    public final int elementBytes() {
        return elementBytes;
    }

    /** Zeros, padded as the backend's loops need it. */
    protected abstract A create(int length);

    protected abstract int capacity(A array);

    public abstract double get(A array, int index);

    /** Rounds {@code value} to the element type. */
    public abstract void set(A array, int index, double value);

    /** Copies the first {@code length} elements. */
    public abstract void copyIn(float[] from, A to, int length);

    /** Copies the first {@code length} elements, rounding them to single precision. */
    public abstract void copyOut(A from, float[] to, int length);

    public abstract void fillWithZeros(A array);

    /** Writes the first {@code length} elements at the buffer's position. */
    public abstract void write(A from, int length, ByteBuffer out);

    /** Reads {@code length} elements at the buffer's position. */
    public abstract void read(ByteBuffer in, A to, int length);
}
