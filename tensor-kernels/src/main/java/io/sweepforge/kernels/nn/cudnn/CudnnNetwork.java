package io.sweepforge.kernels.nn.cudnn;

import io.sweepforge.kernels.gpu.Arena;
import io.sweepforge.kernels.gpu.DeviceMemory;
import io.sweepforge.kernels.gpu.Gpu;
import io.sweepforge.kernels.gpu.GpuException;
import io.sweepforge.kernels.gpu.GpuStream;
import io.sweepforge.kernels.nn.NetworkSpec;
import io.sweepforge.kernels.nn.OptimizerSpec;
import io.sweepforge.kernels.nn.cudnn.MemoryPlan.Place;
import io.sweepforge.kernels.nn.engine.NetworkState;
import io.sweepforge.kernels.nn.engine.StepArguments;
import io.sweepforge.kernels.nn.engine.SteppingNetwork;
import java.util.function.Function;

/**
 * A network on a GPU, with a stream and one piece of device memory of its own. A step is: settings go up, inputs and labels
 * or targets go up as well or are gathered on the device, forward, loss, backward, update, the loss comes down; all of it
 * one graph for each batch size. A {@code GpuException} leaves it fit for nothing but {@link #close}.
 */
final class CudnnNetwork extends SteppingNetwork implements GatheringNetwork {
    private final int inputSize;
    private final int outputSize;
    private final Scope scope = new Scope();
    private final GpuStream stream;
    private final DeviceChain chain;
    private final LossKernels loss;
    private final Updater updater;
    private final DeviceParameters parameters;
    private final Place settings;
    private final Place expected;
    private final Staging staging;
    private final Gathers gathers;
    private final Replay training;
    private final Replay inference;
    private final Replay gatheredTraining;
    private final Replay gatheredInference;
    private final long bytes;

    /** Takes nothing when it throws. */
    CudnnNetwork(
            NetworkSpec spec,
            int maxBatch,
            DeviceExamples examples,
            Gpu gpu,
            Arena arena,
            Function<GpuStream, Dnn> dnns) {
        super(spec, maxBatch);
        this.inputSize = spec.inputSize();
        this.outputSize = spec.outputSize();
        try {
            stream = gpu.newStream();
            scope.onClose(stream::close);
            Dnn dnn = dnns.apply(stream);
            scope.onClose(dnn::close);
            MemoryPlan memory = new MemoryPlan();
            ParameterSpace space = new ParameterSpace(memory, spec.parameterCount());
            Site site = new Site(dnn, new Launcher(gpu, stream), memory, space, scope, maxBatch);
            settings = memory.reserve(StepSettings.BYTES);
            expected = memory.reserveFloats(site.batched(outputSize));
            chain = new DeviceChain(spec.stages(), settings, site);
            loss = new LossKernels(spec, site);
            updater = new Updater(settings, site);
            gathers = new Gathers(examples, spec, settings, site);
            space.reserve();
            parameters = new DeviceParameters(gpu, stream, space, spec);
            staging = new Staging(gpu, site.batched(inputSize), site.batched(outputSize));
            scope.onClose(staging::close);
            bytes = memory.bytes() + staging.bytes();
            training = replay();
            inference = replay();
            gatheredTraining = replay();
            gatheredInference = replay();
            occupy(memory, arena);
        } catch (RuntimeException | Error e) {
            closeAfter(e);
            throw e;
        }
    }

    private Replay replay() {
        Replay replay = new Replay(stream);
        scope.onClose(replay::close);
        return replay;
    }

    private void occupy(MemoryPlan plan, Arena arena) {
        DeviceMemory memory = arena.allocate(plan.bytes());
        scope.onClose(memory::close);
        scope.onClose(stream::synchronize);
        plan.settle(memory.address());
        stream.clear(memory.address(), plan.bytes());
    }

    private void closeAfter(Throwable failure) {
        try {
            scope.close();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    @Override
    protected NetworkState state() {
        return parameters;
    }

    @Override
    public double train(float[] inputs, int[] labels, int batch, OptimizerSpec optimizer, double learningRate) {
        arguments.requireInputs(inputs, batch);
        arguments.requireClasses(labels, batch);
        staging.putLabels(labels, batch);
        return train(inputs, batch, batch, optimizer, learningRate);
    }

    @Override
    public double train(float[] inputs, float[] targets, int batch, OptimizerSpec optimizer, double learningRate) {
        arguments.requireInputs(inputs, batch);
        arguments.requireTargets(targets, batch);
        staging.putTargets(targets, batch * outputSize);
        return train(inputs, batch, batch * outputSize, optimizer, learningRate);
    }

    private double train(float[] inputs, int batch, int expectedCount, OptimizerSpec optimizer, double learningRate) {
        staging.putInputs(inputs, batch * inputSize);
        return train(0, batch, optimizer, learningRate, training, () -> {
            staging.uploadInputs(stream, chain.input(), batch * inputSize);
            staging.uploadExpected(stream, expected.address(), expectedCount);
        });
    }

    @Override
    public void setOrder(int[] order) {
        gathers.requireOrder(order);
        staging.send(stream, order, gathers.order());
    }

    @Override
    public double train(int from, int batch, OptimizerSpec optimizer, double learningRate) {
        arguments.requireBatch(batch);
        gathers.requireOrdered(from, batch);
        return train(
                from,
                batch,
                optimizer,
                learningRate,
                gatheredTraining,
                () -> gathers.ordered(batch, chain.input(), expected.address()));
    }

    /** @param feed puts what brings inputs and labels or targets into the stream */
    private double train(
            int begin, int batch, OptimizerSpec optimizer, double learningRate, Replay replay, Runnable feed) {
        staging.putSettings(StepSettings.of(optimizer, learningRate, seed, step, begin));
        replay.run(batch, () -> queueStep(batch, feed));
        stream.synchronize();
        step++;
        return staging.loss();
    }

    private void queueStep(int batch, Runnable feed) {
        staging.uploadSettings(stream, settings.address());
        feed.run();
        chain.forward(true, batch);
        loss.compute(batch, chain.output(), expected.address(), chain.outputGradient());
        chain.backward(batch);
        updater.update();
        staging.downloadLoss(stream, loss.value());
    }

    @Override
    public void infer(float[] inputs, int batch, float[] outputs) {
        arguments.requireInputs(inputs, batch);
        staging.putInputs(inputs, batch * inputSize);
        infer(batch, outputs, inference, () -> staging.uploadInputs(stream, chain.input(), batch * inputSize));
    }

    @Override
    public void infer(int input, int batch, float[] outputs) {
        arguments.requireBatch(batch);
        staging.putSettings(StepSettings.at(input));
        infer(batch, outputs, gatheredInference, () -> {
            staging.uploadSettings(stream, settings.address());
            gathers.following(batch, chain.input());
        });
    }

    private void infer(int batch, float[] outputs, Replay replay, Runnable feed) {
        arguments.requireOutputs(outputs, batch);
        replay.run(batch, () -> queueInference(batch, feed));
        stream.synchronize();
        staging.getOutputs(outputs, batch * outputSize);
    }

    private void queueInference(int batch, Runnable feed) {
        feed.run();
        chain.forward(false, batch);
        staging.downloadOutputs(stream, chain.output(), batch * outputSize);
    }

    @Override
    public long bytes() {
        return bytes;
    }

    @Override
    public double[] weights() {
        return parameters.weights();
    }

    @Override
    public void setWeights(double[] weights) {
        StepArguments.requireWeights(weights, spec.parameterCount());
        parameters.setWeights(weights);
    }

    @Override
    public double[] gradients() {
        return parameters.gradients();
    }

    /**
     * Waits for what the device still does, so that its memory can be lent again. There is nothing to wait for on a device
     * that is broken, and whoever used it has heard of it.
     */
    @Override
    public void close() {
        try {
            scope.close();
        } catch (GpuException e) {
            if (e.kind() != GpuException.Kind.STICKY) {
                throw e;
            }
        }
    }
}
