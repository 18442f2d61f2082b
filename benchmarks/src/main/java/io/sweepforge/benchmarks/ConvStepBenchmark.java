package io.sweepforge.benchmarks;

import io.sweepforge.kernels.nn.Backends;
import io.sweepforge.kernels.nn.LayerSpec;
import io.sweepforge.kernels.nn.LayerSpec.Activation.Function;
import io.sweepforge.kernels.nn.Loss;
import io.sweepforge.kernels.nn.Network;
import io.sweepforge.kernels.nn.NetworkSpec;
import io.sweepforge.kernels.nn.OptimizerSpec;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Training steps per second of a small convolutional network on 28×28 images in batches of 32, with Adam, on one thread:
 * 3×3 convolution with w filters, ReLU, 2×2 maximum, the same with 2w filters, 10 classes.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
public class ConvStepBenchmark {
    private static final OptimizerSpec ADAM = OptimizerSpec.of(OptimizerSpec.Kind.ADAM);
    private static final int BATCH = 32;

    @Param({"8", "16", "32"})
    public int filters = 1;

    private Network network = plan(filters);
    private final float[] inputs = Waves.of(BATCH * 28 * 28);
    private final int[] labels = new int[BATCH];

    @Setup
    public void plan() {
        network = plan(filters);
        network.initialise(1);
        for (int n = 0; n < BATCH; n++) {
            labels[n] = n % 10;
        }
    }

    @Benchmark
    public double step() {
        return network.train(inputs, labels, BATCH, ADAM, 1e-3);
    }

    @TearDown
    public void close() {
        network.close();
    }

    private static Network plan(int filters) {
        List<LayerSpec> layers = List.of(
                new LayerSpec.Conv2d(filters, 3, 1, 0),
                new LayerSpec.Activation(Function.RELU),
                new LayerSpec.MaxPool2d(2, 2),
                new LayerSpec.Conv2d(2 * filters, 3, 1, 0),
                new LayerSpec.Activation(Function.RELU),
                new LayerSpec.MaxPool2d(2, 2),
                new LayerSpec.Flatten(),
                new LayerSpec.Dense(10));
        return Backends.named("vector")
                .plan(new NetworkSpec(List.of(1, 28, 28), layers, Loss.SOFTMAX_CROSS_ENTROPY), BATCH);
    }
}
