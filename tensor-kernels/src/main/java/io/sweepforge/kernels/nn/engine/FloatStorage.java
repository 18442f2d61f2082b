package io.sweepforge.kernels.nn.engine;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Arrays of floats. */
public class FloatStorage extends Storage<float[]> {
    public FloatStorage() {
        super(Float.BYTES);
    }

    @Override
    protected final float[] create(int length) {
        return new float[length];
    }

    @Override
    public final double get(float[] array, int index) {
        return array[index];
    }

    @Override
    public final void set(float[] array, int index, double value) {
        array[index] = (float) value;
    }

    @Override
    public final void copyIn(float[] from, float[] to, int length) {
        System.arraycopy(from, 0, to, 0, length);
    }

    @Override
    public final void copyOut(float[] from, float[] to, int length) {
        System.arraycopy(from, 0, to, 0, length);
    }

    @Override
    public final void fillWithZeros(float[] array) {
        Arrays.fill(array, 0);
    }

    @Override
    public final void write(float[] from, int length, ByteBuffer out) {
        out.asFloatBuffer().put(from, 0, length);
        out.position(out.position() + length * Float.BYTES);
    }

    @Override
    public final void read(ByteBuffer in, float[] to, int length) {
        in.asFloatBuffer().get(to, 0, length);
        in.position(in.position() + length * Float.BYTES);
    }
}
