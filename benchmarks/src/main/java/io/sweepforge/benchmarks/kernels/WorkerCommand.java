package io.sweepforge.benchmarks.kernels;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * One process that is measured. It warms up, says {@code ready}, and for every line with a number of seconds it repeats its
 * step for that long and answers with steps per second. It ends with its input. {@code peers/torch_steps.py} does the same.
 */
@Command(name = "kernel-worker", hidden = true)
public final class WorkerCommand implements Callable<Integer> {
    private static final Duration WARM_UP = Duration.ofSeconds(5);

    @Parameters(paramLabel = "WORKLOAD")
    private String workload = "";

    @Override
    public Integer call() throws IOException {
        Runnable step = Workloads.named(workload).prepare();
        rate(step, WARM_UP.toNanos());
        System.out.println("ready");
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            System.out.println(rate(step, (long) (Double.parseDouble(line) * 1e9)));
        }
        return 0;
    }

    /** Steps per second over at least this many nanoseconds. */
    private static double rate(Runnable step, long nanos) {
        long begin = System.nanoTime();
        long steps = 0;
        long elapsed;
        do {
            step.run();
            steps++;
            elapsed = System.nanoTime() - begin;
        } while (elapsed < nanos);
        return steps * 1e9 / elapsed;
    }
}
