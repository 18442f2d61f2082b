package io.sweepforge.kernels.nn.reference;

import io.sweepforge.kernels.nn.engine.Storage;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Arrays of doubles. */
final class DoubleStorage extends Storage<double[]> {
    DoubleStorage() {
        super(Double.BYTES);
    }

    @Override
    protected double[] create(int length) {
        return new double[length];
    }

    @Override
    public double get(double[] array, int index) {
        return array[index];
    }

    @Override
    public void set(double[] array, int index, double value) {
        array[index] = value;
    }

    @Override
    public void copyIn(float[] from, double[] to, int length) {
        for (int i = 0; i < length; i++) {
            to[i] = from[i];
        }
    }

    @Override
    public void copyOut(double[] from, float[] to, int length) {
        for (int i = 0; i < length; i++) {
            to[i] = (float) from[i];
        }
    }

    @Override
    public void fillWithZeros(double[] array) {
        Arrays.fill(array, 0);
    }

    @Override
    public void write(double[] from, int length, ByteBuffer out) {
        out.asDoubleBuffer().put(from, 0, length);
        out.position(out.position() + length * Double.BYTES);
    }

    @Override
    public void read(ByteBuffer in, double[] to, int length) {
        in.asDoubleBuffer().get(to, 0, length);
        in.position(in.position() + length * Double.BYTES);
    }
}
