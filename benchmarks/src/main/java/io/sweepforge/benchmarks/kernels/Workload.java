package io.sweepforge.benchmarks.kernels;

import java.util.function.Supplier;

/**
 * Something that is done over and over on one thread.
 *
 * @param name as {@code peers/torch_steps.py} knows it too
 * @param flops floating-point operations of one step, a multiply-add counted as two; only products, not what is elementwise
 * @param preparation makes one step that can be repeated
 */
record Workload(String name, Group group, String shape, double flops, Supplier<Runnable> preparation) {
    /** What is averaged together. */
    enum Group {
        LSTM,
        CONV,
        LAYER,
        PEAK
    }

    Runnable prepare() {
        return preparation.get();
    }
}
