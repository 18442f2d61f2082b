package io.sweepforge.benchmarks;

import java.io.IOException;

/** Processes that never outlive this one, also when it is interrupted. */
public final class Children {
    private Children() {}

    public static Process start(ProcessBuilder builder) throws IOException {
        Process child = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(child::destroy));
        return child;
    }
}
