package io.sweepforge.kernels.check;

import io.sweepforge.kernels.nn.Backend;
import io.sweepforge.kernels.nn.Loss;
import io.sweepforge.kernels.nn.Network;
import io.sweepforge.kernels.nn.OptimizerSpec;
import io.sweepforge.kernels.nn.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Training steps per second of one network, and of several that train at once, each fed by a thread of its own. */
public final class GpuBenchmark {
    /** Named as in {@code docs/kernels.md}. */
    public enum Workload {
        S1("16x16 16 mse : lstm16l1 dense1"),
        S2("32x16 32 mse : lstm32l1 dense1"),
        S3("32x16 32 mse : lstm64l1 dense1"),
        S4("100x32 32 mse : lstm64l1 dense1"),
        W8("1x28x28 32 ce : conv8k3s1p1 relu pool2s2 conv16k3s1p1 relu pool2s2 flatten dense10"),
        W32("1x28x28 32 ce : conv32k3s1p1 relu pool2s2 conv64k3s1p1 relu pool2s2 flatten dense10");

        private final String problem;

        Workload(String problem) {
            this.problem = problem;
        }
    }

    private static final OptimizerSpec ADAM = OptimizerSpec.of(OptimizerSpec.Kind.ADAM);
    private static final double LEARNING_RATE = 1e-3;
    private static final int WARM_UP_STEPS = 5;

    private final Backend backend;
    private final Duration duration;

    /** @param duration of each measurement, after a few steps of warm-up */
    public GpuBenchmark(Backend backend, Duration duration) {
        this.backend = backend;
        this.duration = duration;
    }

    /**
     * Measures.
     *
     * @param networks at once, from 1
     * @return steps per second of all together
     */
    public double stepsPerSecond(Workload workload, int networks) {
        Problem problem = Problem.parse(workload.problem);
        ExecutorService threads = Executors.newFixedThreadPool(networks);
        try {
            List<Future<Double>> rates = new ArrayList<>();
            for (int i = 0; i < networks; i++) {
                rates.add(threads.submit(() -> rate(problem)));
            }
            double sum = 0;
            for (Future<Double> rate : rates) {
                sum += rate.get();
            }
            return sum;
        } catch (ExecutionException e) {
            throw new IllegalStateException(workload + " failed: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(workload + " was interrupted", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private double rate(Problem problem) {
        try (Network network = backend.plan(problem.spec(), problem.batch())) {
            network.initialise(1);
            Runnable step = step(problem, network);
            for (int i = 0; i < WARM_UP_STEPS; i++) {
                step.run();
            }
            long steps = 0;
            long begin = System.nanoTime();
            long spent = 0;
            while (spent < duration.toNanos()) {
                step.run();
                steps++;
                spent = System.nanoTime() - begin;
            }
            return steps * 1e9 / spent;
        }
    }

    /** The batch is made once: making it is not what is measured. */
    private static Runnable step(Problem problem, Network network) {
        float[] inputs = problem.inputs();
        if (problem.spec().loss() == Loss.MEAN_SQUARED_ERROR) {
            float[] targets = problem.targets();
            return () -> network.train(inputs, targets, problem.batch(), ADAM, LEARNING_RATE);
        }
        int[] labels = problem.labels();
        return () -> network.train(inputs, labels, problem.batch(), ADAM, LEARNING_RATE);
    }
}
