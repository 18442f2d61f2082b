package io.sweepforge.kernels.nn.engine;

import io.sweepforge.kernels.nn.LayerSpec;
import io.sweepforge.kernels.nn.Stage;
import org.jspecify.annotations.Nullable;

/** Max pooling; remembers which element of x each element of y came from. */
final class MaxPoolLayer<A> implements Layer<A> {
    private final Storage<A> storage;
    private final int size;
    private final int stride;
    private final int channels;
    private final int height;
    private final int width;
    private final int outHeight;
    private final int outWidth;
    private final int[] source;

    MaxPoolLayer(Stage stage, LayerSpec.MaxPool2d pool, int maxBatch, Storage<A> storage) {
        this.storage = storage;
        this.size = pool.size();
        this.stride = pool.stride();
        this.channels = stage.input().get(0);
        this.height = stage.input().get(1);
        this.width = stage.input().get(2);
        this.outHeight = stage.output().get(1);
        this.outWidth = stage.output().get(2);
        this.source = storage.allocateInts(maxBatch * stage.outputSize());
    }

    @Override
    public void forward(A weights, A x, A y, int batch) {
        int out = 0;
        for (int plane = 0; plane < batch * channels; plane++) {
            for (int row = 0; row < outHeight; row++) {
                int corner = (plane * height + row * stride) * width;
                for (int column = 0; column < outWidth; column++, out++) {
                    source[out] = largest(x, corner + column * stride);
                    storage.set(y, out, storage.get(x, source[out]));
                }
            }
        }
    }

    /** Compares by index, which compiles to conditional moves: the branches could not be predicted. */
    private int largest(A x, int corner) {
        int best = corner;
        for (int row = 0; row < size; row++) {
            for (int at = corner + row * width; at < corner + row * width + size; at++) {
                best = storage.get(x, at) > storage.get(x, best) ? at : best;
            }
        }
        return best;
    }

    @Override
    public void backward(A weights, A x, A y, A dy, int batch, A gradients, @Nullable A dx) {
        if (dx == null) {
            return;
        }
        storage.fillWithZeros(dx);
        int count = batch * channels * outHeight * outWidth;
        for (int i = 0; i < count; i++) {
            storage.set(dx, source[i], storage.get(dx, source[i]) + storage.get(dy, i));
        }
    }
}
