package io.sweepforge.kernels.family;

import io.sweepforge.kernels.data.LabelledDataset;
import io.sweepforge.kernels.data.Split;
import java.util.List;

/** How a stored row of a classification becomes an input of the network. */
sealed interface RowLayout {
    /** Copies row {@code i} of a part to {@code target[offset ...]}. */
    void copy(LabelledDataset data, Split split, int i, float[] target, int offset);

    /** The layout that reads an image [C, H, W] as a sequence [H, C W] of its pixel rows, a sequence as it is. */
    static RowLayout sequence(List<Integer> shape) {
        return shape.size() == 3 && shape.get(0) > 1
                ? new PixelRows(shape.get(0), shape.get(1), shape.get(2))
                : new AsStored();
    }

    record AsStored() implements RowLayout {
        @Override
        public void copy(LabelledDataset data, Split split, int i, float[] target, int offset) {
            data.copyRow(split, i, target, offset);
        }
    }

    /** [C, H, W] becomes [H, C, W]; the scratch makes it a layout of one thread. */
    record PixelRows(int channels, int height, int width, float[] scratch) implements RowLayout {
        PixelRows(int channels, int height, int width) {
            this(channels, height, width, new float[channels * height * width]);
        }

        @Override
        public void copy(LabelledDataset data, Split split, int i, float[] target, int offset) {
            data.copyRow(split, i, scratch, 0);
            for (int c = 0; c < channels; c++) {
                for (int h = 0; h < height; h++) {
                    int to = offset + (h * channels + c) * width;
                    System.arraycopy(scratch, (c * height + h) * width, target, to, width);
                }
            }
        }
    }
}
