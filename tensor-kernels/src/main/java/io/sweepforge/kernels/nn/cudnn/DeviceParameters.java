package io.sweepforge.kernels.nn.cudnn;

import io.sweepforge.kernels.gpu.Gpu;
import io.sweepforge.kernels.gpu.GpuStream;
import io.sweepforge.kernels.gpu.HostMemory;
import io.sweepforge.kernels.nn.NetworkSpec;
import io.sweepforge.kernels.nn.engine.FloatStorage;
import io.sweepforge.kernels.nn.engine.NetworkState;
import io.sweepforge.kernels.nn.engine.Parameters;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Brings parameters from the device's layout to the flat one of {@link NetworkSpec#stages()} and back. What is saved is flat
 * and does not depend on how cuDNN lays weights out. Every call waits for the stream.
 */
final class DeviceParameters implements NetworkState {
    /** "SFND": saved by this backend. */
    private static final int MARK = 0x53464E44;

    private final Gpu gpu;
    private final GpuStream stream;
    private final ParameterSpace space;
    private final NetworkSpec spec;
    private final int count;
    private final int savedBytes;

    DeviceParameters(Gpu gpu, GpuStream stream, ParameterSpace space, NetworkSpec spec) {
        this.gpu = gpu;
        this.stream = stream;
        this.space = space;
        this.spec = spec;
        this.count = spec.parameterCount();
        this.savedBytes = Parameters.savedBytes(count, Float.BYTES);
    }

    @Override
    public void initialise(long seed) {
        Parameters<float[]> flat = flat();
        flat.initialise(seed);
        upload(flat);
    }

    @Override
    public int savedBytes() {
        return savedBytes;
    }

    @Override
    public void save(ByteBuffer out) {
        Parameters<float[]> flat = flat();
        download(space.weights(), flat.weights);
        download(space.first(), flat.first);
        download(space.second(), flat.second);
        flat.save(out);
    }

    @Override
    public void load(ByteBuffer in) {
        Parameters<float[]> flat = flat();
        flat.load(in);
        upload(flat);
    }

    double[] weights() {
        return copy(space.weights());
    }

    double[] gradients() {
        return copy(space.gradients());
    }

    void setWeights(double[] weights) {
        float[] rounded = new float[count];
        for (int i = 0; i < count; i++) {
            rounded[i] = (float) weights[i];
        }
        upload(rounded, space.weights());
    }

    private Parameters<float[]> flat() {
        return new Parameters<>(spec.stages(), new FloatStorage(), MARK);
    }

    private void upload(Parameters<float[]> flat) {
        upload(flat.weights, space.weights());
        upload(flat.gradients, space.gradients());
        upload(flat.first, space.first());
        upload(flat.second, space.second());
    }

    private double[] copy(long from) {
        float[] values = new float[count];
        download(from, values);
        double[] copy = new double[count];
        Arrays.setAll(copy, i -> values[i]);
        return copy;
    }

    private void download(long from, float[] to) {
        try (HostMemory host = gpu.allocateHost(space.bytes())) {
            stream.download(from, host, 0, space.bytes());
            stream.synchronize();
            ByteBuffer elements = host.buffer().duplicate().order(ByteOrder.nativeOrder());
            for (int i = 0; i < count; i++) {
                to[i] = elements.getFloat(space.offset(i));
            }
        }
    }

    private void upload(float[] from, long to) {
        try (HostMemory host = gpu.allocateHost(space.bytes())) {
            ByteBuffer elements = host.buffer().duplicate().order(ByteOrder.nativeOrder());
            elements.clear().put(new byte[space.bytes()]);
            for (int i = 0; i < count; i++) {
                elements.putFloat(space.offset(i), from[i]);
            }
            stream.upload(host, 0, to, space.bytes());
            stream.synchronize();
        }
    }
}
