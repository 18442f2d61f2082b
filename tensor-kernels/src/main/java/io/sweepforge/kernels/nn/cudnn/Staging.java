package io.sweepforge.kernels.nn.cudnn;

import io.sweepforge.kernels.gpu.Gpu;
import io.sweepforge.kernels.gpu.GpuStream;
import io.sweepforge.kernels.gpu.HostMemory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Page-locked memory in which a batch waits for the device and results wait for the host. */
final class Staging implements AutoCloseable {
    private final HostMemory memory;
    private final ByteBuffer content;
    private final int inputs;
    private final int expected;
    private final int loss;
    private final int outputs;
    private final int bytes;

    /**
     * @param inputCount elements of the largest batch
     * @param outputCount elements of the largest batch, and as many as labels or targets can be
     */
    Staging(Gpu gpu, int inputCount, int outputCount) {
        inputs = StepSettings.BYTES;
        expected = Math.addExact(inputs, Math.multiplyExact(inputCount, Float.BYTES));
        outputs = Math.addExact(expected, Math.multiplyExact(outputCount, Float.BYTES));
        int end = Math.addExact(outputs, Math.multiplyExact(outputCount, Float.BYTES));
        loss = Math.addExact(end, Double.BYTES - 1) / Double.BYTES * Double.BYTES;
        bytes = Math.addExact(loss, Double.BYTES);
        memory = gpu.allocateHost(bytes);
        content = memory.buffer().duplicate().order(ByteOrder.nativeOrder()).clear();
    }

    int bytes() {
        return bytes;
    }

    void putSettings(ByteBuffer settings) {
        content.position(0);
        content.put(settings);
    }

    void putInputs(float[] values, int count) {
        content.position(inputs);
        content.asFloatBuffer().put(values, 0, count);
    }

    /** Brings integers to the device by the room of inputs, part by part; returns when all are there. */
    void send(GpuStream stream, int[] values, long to) {
        int most = (expected - inputs) / Integer.BYTES;
        for (int at = 0; at < values.length; at += most) {
            int count = Math.min(most, values.length - at);
            content.position(inputs);
            content.asIntBuffer().put(values, at, count);
            stream.upload(memory, inputs, to + (long) at * Integer.BYTES, (long) count * Integer.BYTES);
            stream.synchronize();
        }
    }

    void putLabels(int[] labels, int count) {
        content.position(expected);
        content.asIntBuffer().put(labels, 0, count);
    }

    void putTargets(float[] targets, int count) {
        content.position(expected);
        content.asFloatBuffer().put(targets, 0, count);
    }

    double loss() {
        return content.getDouble(loss);
    }

    void getOutputs(float[] to, int count) {
        content.position(outputs);
        content.asFloatBuffer().get(to, 0, count);
    }

    void uploadSettings(GpuStream stream, long to) {
        stream.upload(memory, 0, to, StepSettings.BYTES);
    }

    void uploadInputs(GpuStream stream, long to, int count) {
        stream.upload(memory, inputs, to, (long) count * Float.BYTES);
    }

    /** Labels and targets have the same size each. */
    void uploadExpected(GpuStream stream, long to, int count) {
        stream.upload(memory, expected, to, (long) count * Float.BYTES);
    }

    void downloadLoss(GpuStream stream, long from) {
        stream.download(from, memory, loss, Double.BYTES);
    }

    void downloadOutputs(GpuStream stream, long from, int count) {
        stream.download(from, memory, outputs, (long) count * Float.BYTES);
    }

    @Override
    public void close() {
        memory.close();
    }
}
