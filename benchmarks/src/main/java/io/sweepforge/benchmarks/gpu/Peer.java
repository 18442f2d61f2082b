package io.sweepforge.benchmarks.gpu;

import io.sweepforge.benchmarks.Children;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * PyTorch on the same GPU.
 *
 * @param script {@code peers/torch_gpu.py}
 * @param seconds of each measurement
 */
record Peer(Path python, Path script, double seconds) {
    /** Ways to train many models with PyTorch. */
    enum Form {
        /** One model after the other, as most people do it. */
        EAGER,
        /** The same, its step captured in a CUDA graph. */
        GRAPH,
        /** The same, its step compiled by {@code torch.compile}. */
        COMPILED,
        /** All models in one, their weights stacked: batched products, grouped convolutions. Needs equal shapes. */
        STACKED
    }

    /** What it says of its version and device. */
    String describe() throws IOException, InterruptedException {
        return ask(1, "--describe").get(0);
    }

    /**
     * Steps per second of all models together; empty when this PyTorch cannot do it, which it says itself.
     *
     * @param models in one process, where the form has several
     * @param processes side by side
     */
    OptionalDouble rate(GpuWorkload workload, Form form, int models, int processes)
            throws IOException, InterruptedException {
        List<String> answers = ask(
                processes,
                workload.name(),
                form.name().toLowerCase(Locale.ROOT),
                String.valueOf(models),
                String.valueOf(seconds));
        return answers.contains("unsupported")
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        answers.stream().mapToDouble(Double::parseDouble).sum());
    }

    /** The first line of each process's output. */
    private List<String> ask(int processes, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(python.toString(), script.toString()));
        command.addAll(List.of(arguments));
        List<Process> children = new ArrayList<>();
        for (int i = 0; i < processes; i++) {
            children.add(Children.start(new ProcessBuilder(command).redirectError(Redirect.INHERIT)));
        }
        List<String> answers = new ArrayList<>();
        for (Process child : children) {
            try (BufferedReader lines = child.inputReader(StandardCharsets.UTF_8)) {
                String line = lines.readLine();
                if (child.waitFor() != 0 || line == null) {
                    throw new IllegalStateException(
                            String.join(" ", command) + " ended with status " + child.waitFor());
                }
                answers.add(line);
            }
        }
        return answers;
    }
}
