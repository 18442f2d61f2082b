package io.sweepforge.kernels.nn.vector.conv;

import io.sweepforge.kernels.nn.engine.ConvUnit;
import io.sweepforge.kernels.nn.engine.Layer;
import io.sweepforge.kernels.nn.engine.Storage;
import io.sweepforge.kernels.nn.vector.Lanes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Convolutions one after the other, each with its ReLU and pooling. Every image goes through all of them before the next. */
public final class ConvStack implements Layer<float[]> {
    private final ConvUnit first;
    private final ConvUnit last;
    private final List<Block> blocks = new ArrayList<>();
    /** One image of the last block's result. */
    private final Images result;
    /** Gradient of one image of the first block's input. */
    private final Images inputGradient;

    /** @param units at least one, each taking what the one before gives */
    public ConvStack(List<ConvUnit> units, int maxBatch, Storage<float[]> storage) {
        first = units.get(0);
        last = units.get(units.size() - 1);
        int pitch = first.conv().channels();
        for (ConvUnit unit : units) {
            blocks.add(
                    unit.isGrey()
                            ? new GreyBlock(unit, maxBatch, storage)
                            : new ConvBlock(unit, pitch, maxBatch, storage));
            pitch = Lanes.roundUp(unit.conv().filters());
        }
        result = new Images(
                1, last.outHeight(), last.outWidth(), 0, last.outHeight(), last.outWidth(), pitch, 0, storage);
        int height = first.conv().height();
        int width = first.conv().width();
        int channels = first.conv().channels();
        inputGradient =
                new Images(1, height, width, 0, height, width, Tile.covered(channels), Tile.slack(channels), storage);
    }

    @Override
    public void forward(float[] weights, float[] x, float[] y, int batch) {
        for (int i = 0; i < blocks.size(); i++) {
            blocks.get(i).beginForward(weights);
        }
        for (int n = 0; n < batch; n++) {
            blocks.get(0)
                    .input()
                    .read(n, first.conv().channels(), x, n * first.conv().imageSize());
            for (int i = 0; i < blocks.size() - 1; i++) {
                blocks.get(i).forward(n, blocks.get(i + 1).input(), n);
            }
            blocks.get(blocks.size() - 1).forward(n, result, 0);
            result.write(0, last.conv().filters(), y, n * outputSize());
        }
    }

    @Override
    public void backward(
            float[] weights, float[] x, float[] y, float[] dy, int batch, float[] gradients, float @Nullable [] dx) {
        for (int i = 0; i < blocks.size(); i++) {
            blocks.get(i).beginBackward(weights, i > 0 || dx != null);
        }
        for (int n = 0; n < batch; n++) {
            image(n, dy, dx);
        }
        for (int i = 0; i < blocks.size(); i++) {
            blocks.get(i).endBackward(gradients);
        }
    }

    private void image(int n, float[] dy, float @Nullable [] dx) {
        blocks.get(blocks.size() - 1).resultGradient().read(0, last.conv().filters(), dy, n * outputSize());
        for (int i = blocks.size() - 1; i > 0; i--) {
            blocks.get(i).backward(n);
            blocks.get(i).inputGradient(blocks.get(i - 1).resultGradient().data);
        }
        blocks.get(0).backward(n);
        if (dx != null) {
            blocks.get(0).inputGradient(inputGradient.data);
            inputGradient.write(0, first.conv().channels(), dx, n * first.conv().imageSize());
        }
    }

    private int outputSize() {
        return last.conv().filters() * last.outPixels();
    }
}
