package io.sweepforge.kernels.nn.cudnn;

import io.sweepforge.kernels.nn.cudnn.MemoryPlan.Place;
import io.sweepforge.kernels.random.Streams;

/**
 * Dropout with the masks of every other backend. Nothing is kept for the backward pass: the numbers are drawn again.
 *
 * @param settings of the step, on the device
 * @param index of the stage, names its random stream
 * @param size elements of an example
 */
record DropoutLayer(Launcher launcher, Place settings, int index, int size, double rate) implements DeviceLayer {
    private static final int WORDS_OF_A_DRAW = 4;

    @Override
    public void forward(boolean training, int batch, long x, long y) {
        if (training) {
            mask(x, y, batch * size);
        } else {
            launcher.stream().copy(x, y, (long) batch * size * Float.BYTES);
        }
    }

    @Override
    public void backward(int batch, long x, long y, long dy, long dx) {
        if (dx != NOBODY) {
            mask(dy, dx, batch * size);
        }
    }

    /** What is dropped is decided by the upper 24 bits of a word. */
    private void mask(long from, long to, int count) {
        Arguments arguments = new Arguments()
                .wide(from)
                .wide(to)
                .wide(settings.address())
                .wide(Streams.dropout(index, 0))
                .integer(count)
                .integer((int) Math.round(rate * 0x1p24))
                .single((float) (1 / (1 - rate)));
        launcher.each("dropout", "dropout", (count + WORDS_OF_A_DRAW - 1) / WORDS_OF_A_DRAW, arguments);
    }
}
