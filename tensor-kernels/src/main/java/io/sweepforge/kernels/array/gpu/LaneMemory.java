package io.sweepforge.kernels.array.gpu;

import io.sweepforge.kernels.data.Split;
import io.sweepforge.kernels.family.ExamplePositions;
import io.sweepforge.kernels.gpu.Arena;
import io.sweepforge.kernels.gpu.DeviceMemory;
import io.sweepforge.kernels.nn.Loss;
import io.sweepforge.kernels.nn.OptimizerSpec;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** A lane's memory on the device, in one piece, and the {@code struct Lane} that describes it. */
final class LaneMemory implements AutoCloseable {
    /** Of {@code struct Lane}. */
    static final int DESCRIPTOR_BYTES = 272;

    private static final long ALIGNMENT = 256;

    private final LayerTable layers;
    private final int parameters;
    private final long[] begins;
    private final DeviceMemory piece;

    /** What lies in the piece, in this order. */
    enum Region {
        LAYERS,
        WEIGHTS,
        GRADIENTS,
        FIRST,
        SECOND,
        WORKSPACE,
        SUMS,
        OUTPUTS,
        ORDER,
        RATES
    }

    /**
     * @param layout of the array that it joins
     * @throws io.sweepforge.kernels.gpu.GpuException when the arena has no room for it
     * @throws ArithmeticException when it is larger than the kernels can count
     */
    LaneMemory(LaneTask task, LaneMachine.Layout layout, Arena arena) {
        this.layers = new LayerTable(task.network(), task.batch(), layout);
        this.parameters = task.network().parameterCount();
        this.begins = begins(task, layers, parameters);
        this.piece = arena.allocate(begins[begins.length - 1]);
    }

    /** Bytes that a lane takes from its device's budget. */
    static long bytes(LaneTask task, LaneMachine.Layout layout) {
        long[] begins = begins(
                task,
                new LayerTable(task.network(), task.batch(), layout),
                task.network().parameterCount());
        return begins[begins.length - 1];
    }

    /** Where each region begins, and where the last one ends. */
    private static long[] begins(LaneTask task, LayerTable layers, int parameters) {
        long outputs = Arrays.stream(Split.values()).mapToLong(task::outputs).sum();
        long[] lengths = {
            layers.bytes().capacity(),
            4L * parameters,
            4L * parameters,
            4L * parameters,
            4L * parameters,
            4L * layers.workspace(),
            8L * task.batch(),
            4L * outputs,
            4L * task.trained(),
            4L * task.stepsPerEpoch()
        };
        long[] begins = new long[lengths.length + 1];
        for (int i = 0; i < lengths.length; i++) {
            begins[i + 1] = Math.addExact(begins[i], (lengths[i] + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT);
        }
        return begins;
    }

    long address(Region region) {
        return piece.address() + begins[region.ordinal()];
    }

    long bytes() {
        return begins[begins.length - 1];
    }

    LayerTable layers() {
        return layers;
    }

    /**
     * The descriptor of a lane that stands at the beginning of everything.
     *
     * @param task that fits this memory
     * @param seed of its dropout masks
     */
    ByteBuffer descriptor(LaneTask task, ResidentExamples examples, OptimizerSpec optimizer, long seed) {
        ByteBuffer out = ByteBuffer.allocate(DESCRIPTOR_BYTES).order(ByteOrder.nativeOrder());
        longs(out, address(Region.LAYERS), address(Region.WEIGHTS), address(Region.GRADIENTS));
        longs(out, address(Region.FIRST), address(Region.SECOND), address(Region.WORKSPACE));
        longs(out, address(Region.SUMS), address(Region.OUTPUTS));
        longs(out, examples.inputs(), examples.targets(), examples.labels());
        longs(out, address(Region.ORDER), address(Region.RATES), seed);
        putOptimizer(out, optimizer);
        ints(out, layers.count(), layers.firstTrained(), parameters);
        ints(out, task.network().loss() == Loss.SOFTMAX_CROSS_ENTROPY ? 0 : 1);
        ints(out, task.network().outputSize(), task.network().inputSize());
        putExamples(out, task);
        new Progress(0, 0, 0, 0).put(out, 0);
        return out.flip();
    }

    private static void putOptimizer(ByteBuffer out, OptimizerSpec o) {
        out.putDouble(o.beta1()).putDouble(o.beta2()).putDouble(o.alpha()).putDouble(o.clipNorm());
        out.putFloat((float) o.momentum()).putFloat((float) o.epsilon()).putFloat((float) o.weightDecay());
        ints(
                out,
                switch (o.kind()) {
                    case SGD -> 0;
                    case ADAM -> 1;
                    case ADAMW -> 2;
                    case RMSPROP -> 3;
                });
    }

    private static void putExamples(ByteBuffer out, LaneTask task) {
        ExamplePositions positions = task.positions();
        ints(out, positions.inputStride(), positions.targetStride(), positions.relative() ? 1 : 0);
        ints(out, task.batch(), task.trained());
        for (Split split : Split.values()) {
            ExamplePositions.First first = positions.parts().getOrDefault(split, new ExamplePositions.First(0, 0));
            ints(out, first.input(), first.target(), task.evaluated().getOrDefault(split, 0));
        }
    }

    private static void longs(ByteBuffer out, long... values) {
        for (long value : values) {
            out.putLong(value);
        }
    }

    private static void ints(ByteBuffer out, int... values) {
        for (int value : values) {
            out.putInt(value);
        }
    }

    @Override
    public void close() {
        piece.close();
    }
}
