package io.sweepforge.kernels.array.gpu;

import io.sweepforge.kernels.nn.LayerSpec;
import io.sweepforge.kernels.nn.LayerSpec.Activation.Function;
import io.sweepforge.kernels.nn.NetworkSpec;
import io.sweepforge.kernels.nn.Stage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** A network's layers with their places in a workspace: the array of {@code struct Layer} in {@code lane.cuh}. */
final class LayerTable {
    /** The kinds, in the order of {@code enum LayerKind}. */
    private enum Kind {
        DENSE,
        LSTM,
        CONV,
        POOL,
        RELU,
        TANH,
        DROPOUT
    }

    private static final int INTS = 18;
    /** Of a mask's numbers, which have 24 bits. */
    private static final double MASK_RANGE = 0x1p24;

    private static final int NOWHERE = -1;

    private final int batch;
    private final int count;
    private final int firstTrained;
    private final ByteBuffer bytes;
    private int workspace;

    /** @throws ArithmeticException when the workspace has more elements than the kernels can count */
    LayerTable(NetworkSpec spec, int batch) {
        // Flattening moves nothing in row-major arrays.
        List<Stage> stages = spec.stages().stream()
                .filter(stage -> !(stage.layer() instanceof LayerSpec.Flatten))
                .toList();
        this.batch = batch;
        this.count = stages.size();
        this.firstTrained = firstTrained(stages);
        this.bytes = ByteBuffer.allocate(count * INTS * Integer.BYTES).order(ByteOrder.nativeOrder());
        int x = reserve(spec.inputSize());
        int dx = NOWHERE;
        for (int i = 0; i < count; i++) {
            Stage stage = stages.get(i);
            int y = reserve(stage.outputSize());
            int dy = i < firstTrained ? NOWHERE : reserve(stage.outputSize());
            put(i, stage, x, y, i > firstTrained ? dx : NOWHERE, dy);
            x = y;
            dx = dy;
        }
    }

    private static int firstTrained(List<Stage> stages) {
        int i = 0;
        while (stages.get(i).parameters().isEmpty()) {
            i++;
        }
        return i;
    }

    /** Room for so many elements of each example. */
    private int reserve(int elements) {
        int at = workspace;
        workspace = Math.addExact(workspace, Math.multiplyExact(batch, elements));
        return at;
    }

    private void put(int index, Stage stage, int x, int y, int dx, int dy) {
        int keep = keep(stage);
        int scratch = workspace;
        if (stage.layer() instanceof LayerSpec.Lstm lstm) {
            reserve(Math.multiplyExact(keep, lstm.directions()));
        } else if (stage.layer() instanceof LayerSpec.MaxPool2d) {
            reserve(stage.outputSize());
        }
        bytes.position(index * INTS * Integer.BYTES);
        ints(kind(stage.layer()).ordinal(), stage.outputSize(), stage.parameterOffset(), x, y, dx, dy, scratch);
        ints(Math.multiplyExact(batch, keep));
        putShape(stage);
    }

    /** What an LSTM keeps for each example and direction: gates, cell and result of every step, and one step's carry. */
    private static int keep(Stage stage) {
        return stage.layer() instanceof LayerSpec.Lstm lstm
                ? Math.multiplyExact(Math.addExact(6 * stage.input().get(0), 1), lstm.hidden())
                : 0;
    }

    private static Kind kind(LayerSpec layer) {
        if (layer instanceof LayerSpec.Dense) {
            return Kind.DENSE;
        } else if (layer instanceof LayerSpec.Lstm) {
            return Kind.LSTM;
        } else if (layer instanceof LayerSpec.Conv2d) {
            return Kind.CONV;
        } else if (layer instanceof LayerSpec.MaxPool2d) {
            return Kind.POOL;
        } else if (layer instanceof LayerSpec.Dropout) {
            return Kind.DROPOUT;
        } else if (layer instanceof LayerSpec.Activation activation) {
            return activation.function() == Function.RELU ? Kind.RELU : Kind.TANH;
        }
        throw new IllegalArgumentException("layer must be one that the kernels compute, was " + layer);
    }

    private void putShape(Stage stage) {
        LayerSpec layer = stage.layer();
        List<Integer> in = stage.input();
        if (layer instanceof LayerSpec.Dense dense) {
            int inputs = in.get(in.size() - 1);
            ints(stage.inputSize() / inputs, inputs, dense.units());
        } else if (layer instanceof LayerSpec.Lstm lstm) {
            ints(in.get(0), in.get(1), lstm.hidden(), lstm.directions(), lstm.returnSequence() ? 1 : 0);
        } else if (layer instanceof LayerSpec.Conv2d conv) {
            putWindow(stage, conv.filters(), conv.kernel(), conv.stride(), conv.padding());
        } else if (layer instanceof LayerSpec.MaxPool2d pool) {
            putWindow(stage, in.get(0), pool.size(), pool.stride(), 0);
        } else if (layer instanceof LayerSpec.Dropout dropout) {
            ints(stage.index(), (int) Math.round(dropout.rate() * MASK_RANGE));
            bytes.putFloat((float) (1 / (1 - dropout.rate())));
        }
    }

    private void putWindow(Stage stage, int filters, int kernel, int stride, int padding) {
        List<Integer> in = stage.input();
        ints(in.get(0), in.get(1), in.get(2), filters, kernel, stride, padding);
        ints(stage.output().get(1), stage.output().get(2));
    }

    private void ints(int... values) {
        for (int value : values) {
            bytes.putInt(value);
        }
    }

    int count() {
        return count;
    }

    /** Index of the first layer with parameters. */
    int firstTrained() {
        return firstTrained;
    }

    /** Elements of the workspace. */
    int workspace() {
        return workspace;
    }

    ByteBuffer bytes() {
        return bytes.duplicate().order(ByteOrder.nativeOrder()).clear();
    }
}
