package io.sweepforge.benchmarks.kernels;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** PyTorch as a program beside ours. */
final class Peer {
    private Peer() {}

    /** What it says of its versions. */
    static String describe(Path python, Path script) throws IOException {
        Process process = new ProcessBuilder(python.toString(), script.toString(), "--describe").start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (said.isEmpty()) {
            String error = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            throw new IllegalStateException(python + " cannot run " + script + ": " + error);
        }
        return said;
    }
}
