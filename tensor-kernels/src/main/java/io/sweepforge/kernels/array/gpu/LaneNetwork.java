package io.sweepforge.kernels.array.gpu;

import io.sweepforge.kernels.array.gpu.LaneMemory.Region;
import io.sweepforge.kernels.data.Split;
import io.sweepforge.kernels.family.ExampleArrays;
import io.sweepforge.kernels.family.ExamplePositions;
import io.sweepforge.kernels.gpu.Arena;
import io.sweepforge.kernels.gpu.Gpu;
import io.sweepforge.kernels.nn.Loss;
import io.sweepforge.kernels.nn.NetworkSpec;
import io.sweepforge.kernels.nn.OptimizerSpec;
import io.sweepforge.kernels.nn.engine.NetworkState;
import io.sweepforge.kernels.nn.engine.Parameters;
import io.sweepforge.kernels.nn.engine.StepArguments;
import io.sweepforge.kernels.nn.engine.SteppingNetwork;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The only lane of a machine, given its data step by step: a training step is an epoch of one batch, an inference an evaluation,
 * and each is a launch. So what holds backends to the reference holds the kernels of trial arrays too.
 */
class LaneNetwork extends SteppingNetwork {
    private static final OptimizerSpec ANY = OptimizerSpec.of(OptimizerSpec.Kind.SGD);

    private final Arena arena;
    private final Transfers transfers;
    private final LaneMachine machine;
    private final LaneMemory memory;
    private final int slot;

    LaneNetwork(Gpu gpu, Arena arena, NetworkSpec spec, int maxBatch, LaneMachine.Layout layout) {
        super(spec, maxBatch);
        this.arena = arena;
        this.memory = new LaneMemory(task(maxBatch, maxBatch), layout, arena);
        this.transfers = new Transfers(gpu);
        this.machine = new LaneMachine(gpu, arena, layout, transfers);
        this.slot = machine.takeSlot().orElseThrow();
        transfers.upload(memory.layers().bytes(), memory.address(Region.LAYERS));
        setWeights(new double[spec.parameterCount()]);
        clearState();
    }

    private LaneTask task(int trained, int evaluated) {
        ExamplePositions positions = new ExamplePositions(spec.inputSize(), targetSize(), false, Map.of());
        return new LaneTask(spec, maxBatch(), trained, positions, Map.of(Split.TRAINING, evaluated));
    }

    private int targetSize() {
        return spec.loss() == Loss.MEAN_SQUARED_ERROR ? spec.outputSize() : 1;
    }

    private void clearState() {
        long bytes = 4L * spec.parameterCount();
        for (Region region : List.of(Region.GRADIENTS, Region.FIRST, Region.SECOND)) {
            transfers.clear(memory.address(region), bytes);
        }
    }

    @Override
    public double train(float[] inputs, int[] labels, int batch, OptimizerSpec optimizer, double learningRate) {
        arguments.requireClasses(labels, batch);
        return train(new ExampleArrays(inputs, new float[0], labels), batch, optimizer, learningRate);
    }

    @Override
    public double train(float[] inputs, float[] targets, int batch, OptimizerSpec optimizer, double learningRate) {
        arguments.requireTargets(targets, batch);
        return train(new ExampleArrays(inputs, targets, new int[0]), batch, optimizer, learningRate);
    }

    private double train(ExampleArrays examples, int batch, OptimizerSpec optimizer, double learningRate) {
        arguments.requireInputs(examples.inputs(), batch);
        transfers.upload(IntStream.range(0, batch).toArray(), memory.address(Region.ORDER));
        transfers.upload(new float[] {(float) learningRate}, memory.address(Region.RATES));
        Progress progress = run(examples, task(batch, 0), optimizer);
        step = progress.step();
        return progress.lossSum() / batch;
    }

    @Override
    public void infer(float[] inputs, int batch, float[] outputs) {
        arguments.requireOutputs(outputs, batch);
        arguments.requireInputs(inputs, batch);
        run(new ExampleArrays(inputs, new float[0], new int[1]), task(0, batch), ANY);
        float[] result = new float[batch * spec.outputSize()];
        transfers.download(memory.address(Region.OUTPUTS), result);
        System.arraycopy(result, 0, outputs, 0, result.length);
    }

    private Progress run(ExampleArrays arrays, LaneTask task, OptimizerSpec optimizer) {
        try (ResidentExamples examples = new ResidentExamples(arrays, arena, transfers)) {
            machine.describe(slot, memory.layers().kernel(), memory.descriptor(task, examples, optimizer, seed));
            machine.setProgress(slot, new Progress(0, 0, step, 0), 1);
            machine.run(List.of(slot));
            return await();
        }
    }

    /** A real GPU takes its time. */
    private Progress await() {
        Optional<ReportRing.Report> report = machine.poll();
        while (report.isEmpty()) {
            machine.check();
            report = machine.poll();
        }
        return report.get().progress();
    }

    @Override
    protected NetworkState state() {
        return new State();
    }

    /** In the memory of the lane. */
    private final class State implements NetworkState {
        @Override
        public void initialise(long from) {
            Parameters<float[]> parameters = parameters();
            parameters.initialise(from);
            transfers.upload(parameters.weights, memory.address(Region.WEIGHTS));
            clearState();
        }

        @Override
        public int savedBytes() {
            return parameters().savedBytes();
        }

        @Override
        public void save(ByteBuffer out) {
            Parameters<float[]> parameters = parameters();
            transfers.download(memory.address(Region.WEIGHTS), parameters.weights);
            transfers.download(memory.address(Region.FIRST), parameters.first);
            transfers.download(memory.address(Region.SECOND), parameters.second);
            parameters.save(out);
        }

        @Override
        public void load(ByteBuffer in) {
            Parameters<float[]> parameters = parameters();
            parameters.load(in);
            transfers.upload(parameters.weights, memory.address(Region.WEIGHTS));
            transfers.upload(parameters.first, memory.address(Region.FIRST));
            transfers.upload(parameters.second, memory.address(Region.SECOND));
        }
    }

    private Parameters<float[]> parameters() {
        return GpuLane.parameters(spec, memory.layers().kernel().precision());
    }

    @Override
    public long bytes() {
        return memory.bytes();
    }

    @Override
    public double[] weights() {
        return copy(Region.WEIGHTS);
    }

    @Override
    public double[] gradients() {
        return copy(Region.GRADIENTS);
    }

    private double[] copy(Region region) {
        float[] values = new float[spec.parameterCount()];
        transfers.download(memory.address(region), values);
        double[] copy = new double[values.length];
        Arrays.setAll(copy, i -> values[i]);
        return copy;
    }

    @Override
    public void setWeights(double[] weights) {
        StepArguments.requireWeights(weights, spec.parameterCount());
        float[] rounded = new float[spec.parameterCount()];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = (float) weights[i];
        }
        transfers.upload(rounded, memory.address(Region.WEIGHTS));
    }

    @Override
    public void close() {
        machine.close();
        transfers.close();
        memory.close();
    }
}
