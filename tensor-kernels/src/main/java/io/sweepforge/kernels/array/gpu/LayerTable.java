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

    private static final int INTS = 48;
    /** Of a mask's numbers, which have 24 bits. */
    private static final double MASK_RANGE = 0x1p24;

    private static final int NOWHERE = -1;
    /** Elements that are read at once. */
    private static final int QUADRUPLE = 4;
    /** Units and examples that a tensor core computes at once. */
    private static final int FRAGMENT = 16;
    /** Between states of examples, beside their elements. */
    private static final int GAP = 8;

    private final int batch;
    private final int room;
    private final LaneKernel kernel;
    private final int count;
    private final int firstTrained;
    private final ByteBuffer bytes;
    private int workspace;

    /**
     * The layers of a network.
     *
     * @param layout of the array that the network's lane joins
     * @throws ArithmeticException when the workspace has more elements than the kernels can count
     */
    LayerTable(NetworkSpec spec, int batch, LaneMachine.Layout layout) {
        List<FusedStage> stages = FusedStage.of(spec.stages());
        this.batch = batch;
        this.room = layout.sharedBytes() / Float.BYTES;
        this.kernel = kernel(stages, layout.precision());
        this.count = stages.size();
        this.firstTrained = firstTrained(stages);
        this.bytes = ByteBuffer.allocate(count * INTS * Integer.BYTES).order(ByteOrder.nativeOrder());
        int x = reserve(spec.inputSize());
        int dx = NOWHERE;
        for (int i = 0; i < count; i++) {
            int outputs = stages.get(i).last().outputSize();
            int y = reserve(outputs);
            int dy = i < firstTrained ? NOWHERE : reserve(outputs);
            put(i, stages.get(i), x, y, i > firstTrained ? dx : NOWHERE, dy);
            x = y;
            dx = dy;
        }
    }

    private LaneKernel kernel(List<FusedStage> stages, Precision precision) {
        boolean sequences = stages.stream().anyMatch(fused -> fused.stage().layer() instanceof LayerSpec.Lstm);
        if (sequences && precision == Precision.BFLOAT16) {
            return LaneKernel.BF16_SEQUENCES;
        }
        boolean images = stages.stream().anyMatch(FusedStage::isOfImages);
        boolean large = stages.stream()
                .anyMatch(fused -> fused.stage().layer() instanceof LayerSpec.Conv2d conv
                        && new ConvPlan(fused, conv, batch, room).isLarge());
        return large ? LaneKernel.LARGE_IMAGES : images ? LaneKernel.IMAGES : LaneKernel.SEQUENCES;
    }

    private static int firstTrained(List<FusedStage> stages) {
        int i = 0;
        while (stages.get(i).stage().parameters().isEmpty()) {
            i++;
        }
        return i;
    }

    /** Room for so many elements of each example. */
    private int reserve(int elements) {
        return reserveAll(Math.multiplyExact(batch, elements));
    }

    private int reserveAll(long elements) {
        int at = workspace;
        workspace = Math.toIntExact(at + (elements + QUADRUPLE - 1) / QUADRUPLE * QUADRUPLE);
        return at;
    }

    private void put(int index, FusedStage fused, int x, int y, int dx, int dy) {
        Stage stage = fused.stage();
        int keep = keep(stage);
        int scratch = workspace;
        if (stage.layer() instanceof LayerSpec.Lstm lstm) {
            reserve(Math.multiplyExact(keep, lstm.directions()));
            if (kernel == LaneKernel.BF16_SEQUENCES) {
                reserveAll(spare(lstm.hidden()));
            }
        } else if (stage.layer() instanceof LayerSpec.MaxPool2d) {
            reserve(stage.outputSize());
        } else if (fused.pooled()) {
            // A byte for each maximum.
            reserveAll(((long) batch * fused.last().outputSize() + Float.BYTES - 1) / Float.BYTES);
        }
        bytes.position(index * INTS * Integer.BYTES);
        ints(kind(stage.layer()).ordinal(), fused.last().outputSize(), stage.parameterOffset(), x, y, dx, dy, scratch);
        ints(Math.multiplyExact(batch, keep));
        if (stage.layer() instanceof LayerSpec.Conv2d conv) {
            putConvolution(fused, conv);
        } else {
            putShape(stage);
        }
    }

    /** What an LSTM keeps for each example and direction: gates, cell and result of every step, and one step's carry. */
    private static int keep(Stage stage) {
        return stage.layer() instanceof LayerSpec.Lstm lstm
                ? Math.multiplyExact(Math.addExact(6 * stage.input().get(0), 1), lstm.hidden())
                : 0;
    }

    /** Words of a direction's R and of two steps' gradients of gates in bf16: lstm_mma_walk in {@code lstm_bf16.cuh}. */
    private long spare(int hidden) {
        long units = padded(hidden);
        return 2 * units * units + padded(batch) * (4 * units + GAP);
    }

    private static long padded(int count) {
        return ((long) count + FRAGMENT - 1) / FRAGMENT * FRAGMENT;
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
        } else if (layer instanceof LayerSpec.MaxPool2d pool) {
            ints(in.get(0), in.get(1), in.get(2), pool.size(), pool.stride());
            ints(stage.output().get(1), stage.output().get(2));
        } else if (layer instanceof LayerSpec.Dropout dropout) {
            ints(stage.index(), (int) Math.round(dropout.rate() * MASK_RANGE));
            bytes.putFloat((float) (1 / (1 - dropout.rate())));
        }
    }

    private void putConvolution(FusedStage fused, LayerSpec.Conv2d conv) {
        List<Integer> in = fused.stage().input();
        List<Integer> result = fused.stage().output();
        List<Integer> out = fused.last().output();
        ConvPlan plan = new ConvPlan(fused, conv, batch, room);
        ints(in.get(0), in.get(1), in.get(2), conv.filters(), conv.kernel(), conv.stride(), conv.padding());
        ints(result.get(1), result.get(2), fused.relu() ? 1 : 0, fused.pooled() ? 1 : 0, out.get(1), out.get(2));
        ints(plan.slices(), reserveAll(plan.partial()));
        boolean large = kernel == LaneKernel.LARGE_IMAGES;
        for (ConvTile.Work work : plan.works()) {
            ConvTile tile = plan.tile(work, large);
            int place = large ? reserveAll(work.floats(tile)) : NOWHERE;
            ints(tile.images(), tile.rows(), tile.inputs(), tile.outputs());
            ints(tile.height(), tile.pitch(), tile.plane(), place);
        }
    }

    private void ints(int... values) {
        for (int value : values) {
            bytes.putInt(value);
        }
    }

    /** What trains it. */
    LaneKernel kernel() {
        return kernel;
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
