package io.sweepforge.benchmarks;

import io.sweepforge.kernels.nn.Backends;
import io.sweepforge.kernels.nn.LayerSpec;
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

/** Training steps per second of one LSTM with a dense layer and Adam, on one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
public class LstmStepBenchmark {
    private static final OptimizerSpec ADAM = OptimizerSpec.of(OptimizerSpec.Kind.ADAM);

    /** Input features I, hidden H, steps T, batch N. */
    @Param({"16,16,16,16", "16,32,32,32", "16,64,32,32", "32,64,100,32"})
    public String shape = "";

    private Network network = Backends.named("vector").plan(specification(1, 1, 1), 1);
    private float[] inputs = {};
    private float[] targets = {};
    private int batch;

    @Setup
    public void plan() {
        int[] sizes =
                List.of(shape.split(",")).stream().mapToInt(Integer::parseInt).toArray();
        batch = sizes[3];
        network = Backends.named("vector").plan(specification(sizes[0], sizes[1], sizes[2]), batch);
        network.initialise(1);
        inputs = Waves.of(batch * sizes[2] * sizes[0]);
        targets = Waves.of(batch);
    }

    @Benchmark
    public double step() {
        return network.train(inputs, targets, batch, ADAM, 1e-3);
    }

    @TearDown
    public void close() {
        network.close();
    }

    private static NetworkSpec specification(int features, int hidden, int steps) {
        return new NetworkSpec(
                List.of(steps, features),
                List.of(new LayerSpec.Lstm(hidden, 1, false, false), new LayerSpec.Dense(1)),
                Loss.MEAN_SQUARED_ERROR);
    }
}
