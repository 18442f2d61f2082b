package io.sweepforge.kernels.nn.vector;

import io.sweepforge.kernels.nn.engine.Storage;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Arrays of floats in whole vectors: loops over a prefix may read and write up to the end of its last vector. */
final class FloatStorage extends Storage<float[]> {
    FloatStorage() {
        super(Float.BYTES);
    }

    @Override
    protected float[] create(int length) {
        return new float[Lanes.roundUp(length)];
    }

    @Override
    protected int capacity(float[] array) {
        return array.length;
    }

    @Override
    public double get(float[] array, int index) {
        return array[index];
    }

    @Override
    public void set(float[] array, int index, double value) {
        array[index] = (float) value;
    }

    @Override
    public void copyIn(float[] from, float[] to, int length) {
        System.arraycopy(from, 0, to, 0, length);
    }

    @Override
    public void copyOut(float[] from, float[] to, int length) {
        System.arraycopy(from, 0, to, 0, length);
    }

    @Override
    public void fillWithZeros(float[] array) {
        Arrays.fill(array, 0);
    }

    @Override
    public void write(float[] from, int length, ByteBuffer out) {
        out.asFloatBuffer().put(from, 0, length);
        out.position(out.position() + length * Float.BYTES);
    }

    @Override
    public void read(ByteBuffer in, float[] to, int length) {
        in.asFloatBuffer().get(to, 0, length);
        in.position(in.position() + length * Float.BYTES);
    }
}
