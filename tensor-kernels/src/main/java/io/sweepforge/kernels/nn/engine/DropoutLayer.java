package io.sweepforge.kernels.nn.engine;

import io.sweepforge.kernels.nn.Stage;
import io.sweepforge.kernels.random.Philox;
import io.sweepforge.kernels.random.Streams;
import org.jspecify.annotations.Nullable;

/** Dropout (Srivastava et al. 2014, inverted). An element is dropped depending on (seed, step, stage, element) only. */
final class DropoutLayer<A> implements Layer<A> {
    private final Storage<A> storage;
    private final int index;
    private final int size;
    private final int threshold;
    private final double scale;
    private final int[] words;
    private final long[] scratch = new long[2];
    private boolean training;
    private long seed;
    private long step;

    DropoutLayer(Stage stage, double rate, int maxBatch, Storage<A> storage) {
        this.storage = storage;
        this.index = stage.index();
        this.size = stage.outputSize();
        this.threshold = (int) Math.round(rate * 0x1p24);
        this.scale = 1 / (1 - rate);
        this.words = storage.allocateInts(maxBatch * size);
    }

    @Override
    public void beginTraining(long seed, long step) {
        this.training = true;
        this.seed = seed;
        this.step = step;
    }

    @Override
    public void beginInference() {
        training = false;
    }

    @Override
    public void forward(A weights, A x, A y, int batch) {
        int count = batch * size;
        if (training) {
            Philox.words(seed, Streams.dropout(index, step), words, count, scratch);
            mask(x, y, count);
        } else {
            System.arraycopy(x, 0, y, 0, count);
        }
    }

    @Override
    public void backward(A weights, A x, A y, A dy, int batch, A gradients, @Nullable A dx) {
        if (dx != null) {
            mask(dy, dx, batch * size);
        }
    }

    private void mask(A from, A to, int count) {
        storage.dropOut(from, to, words, threshold, scale, count);
    }
}
