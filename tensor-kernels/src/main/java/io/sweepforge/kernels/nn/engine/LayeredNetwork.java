package io.sweepforge.kernels.nn.engine;

import io.sweepforge.kernels.nn.LayerSpec;
import io.sweepforge.kernels.nn.NetworkSpec;
import io.sweepforge.kernels.nn.OptimizerSpec;
import io.sweepforge.kernels.nn.Stage;
import java.util.List;

/**
 * A network on arrays of a backend.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
public final class LayeredNetwork<A> extends SteppingNetwork {
    /** Keeps the clipping factor finite, as in PyTorch's {@code clip_grad_norm_}. */
    private static final double CLIP_EPSILON = 1e-6;

    private final int inputSize;
    private final int outputSize;
    private final Storage<A> storage;
    private final Optimizer<A> optimizer;
    private final Parameters<A> parameters;
    private final Chain<A> chain;

    public LayeredNetwork(NetworkSpec spec, int maxBatch, Engine<A> engine) {
        super(spec, maxBatch);
        this.inputSize = spec.inputSize();
        this.outputSize = spec.outputSize();
        this.storage = engine.storage();
        this.optimizer = engine.optimizer();
        this.parameters = new Parameters<>(spec.stages(), storage);
        this.chain = new Chain<>(computing(spec.stages()), maxBatch, engine);
    }

    /** Flattening moves nothing in row-major arrays. */
    private static List<Stage> computing(List<Stage> stages) {
        return stages.stream()
                .filter(stage -> !(stage.layer() instanceof LayerSpec.Flatten))
                .toList();
    }

    @Override
    protected NetworkState state() {
        return parameters;
    }

    @Override
    public double train(float[] inputs, int[] labels, int batch, OptimizerSpec rule, double learningRate) {
        arguments.requireClasses(labels, batch);
        forwardTraining(inputs, batch);
        double loss =
                Losses.softmaxCrossEntropy(storage, chain.output(), labels, batch, outputSize, chain.outputGradient());
        finishStep(batch, rule, learningRate);
        return loss;
    }

    @Override
    public double train(float[] inputs, float[] targets, int batch, OptimizerSpec rule, double learningRate) {
        arguments.requireTargets(targets, batch);
        forwardTraining(inputs, batch);
        double loss =
                Losses.meanSquaredError(storage, chain.output(), targets, batch * outputSize, chain.outputGradient());
        finishStep(batch, rule, learningRate);
        return loss;
    }

    @Override
    public void infer(float[] inputs, int batch, float[] outputs) {
        arguments.requireOutputs(outputs, batch);
        accept(inputs, batch);
        chain.beginInference();
        chain.forward(parameters.weights, batch);
        storage.copyOut(chain.output(), outputs, batch * outputSize);
    }

    private void forwardTraining(float[] inputs, int batch) {
        accept(inputs, batch);
        chain.beginTraining(seed, step);
        chain.forward(parameters.weights, batch);
    }

    private void accept(float[] inputs, int batch) {
        arguments.requireInputs(inputs, batch);
        storage.copyIn(inputs, chain.input(), batch * inputSize);
    }

    private void finishStep(int batch, OptimizerSpec rule, double learningRate) {
        chain.backward(parameters.weights, parameters.gradients, batch);
        step++;
        optimizer.update(
                rule,
                learningRate,
                clipping(rule.clipNorm()),
                step,
                parameters.weights,
                parameters.gradients,
                parameters.first,
                parameters.second,
                parameters.count);
    }

    private double clipping(double clipNorm) {
        if (clipNorm == 0) {
            return 1;
        }
        double norm = Math.sqrt(optimizer.sumOfSquares(parameters.gradients, parameters.count));
        return Math.min(1, clipNorm / (norm + CLIP_EPSILON));
    }

    @Override
    public long bytes() {
        return storage.bytes();
    }

    @Override
    public double[] weights() {
        return copy(parameters.weights);
    }

    @Override
    public void setWeights(double[] weights) {
        StepArguments.requireWeights(weights, parameters.count);
        for (int i = 0; i < parameters.count; i++) {
            storage.set(parameters.weights, i, weights[i]);
        }
    }

    @Override
    public double[] gradients() {
        return copy(parameters.gradients);
    }

    private double[] copy(A array) {
        double[] copy = new double[parameters.count];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = storage.get(array, i);
        }
        return copy;
    }

    /** The arrays live on the heap and go with this object. */
    @Override
    public void close() {}
}
