package io.sweepforge.kernels.nn.engine;

import io.sweepforge.kernels.nn.ParameterBlock;
import io.sweepforge.kernels.nn.Stage;
import io.sweepforge.kernels.random.Philox;
import io.sweepforge.kernels.random.Streams;
import java.nio.ByteBuffer;
import java.util.List;

/** The flat weights, gradients and optimizer state of a network, and how they begin, are saved and come back. */
public final class Parameters<A> implements NetworkState {
    /** "SFN1": saved by a network on Java arrays; which one shows in the size of an element. */
    private static final int ON_THE_HOST = 0x53464E31;

    private static final int HEADER_BYTES = 4 * Integer.BYTES;

    public final A weights;
    public final A gradients;
    public final A first;
    public final A second;
    public final int count;
    private final int savedBytes;
    private final int mark;
    private final Storage<A> storage;
    private final List<ParameterBlock> blocks;

    /** Of a network on Java arrays. */
    public Parameters(List<Stage> stages, Storage<A> storage) {
        this(stages, storage, ON_THE_HOST);
    }

    /**
     * @param mark begins what is saved; a backend's own, since what another one saved goes on with other bits
     * @throws ArithmeticException when the parameters cannot be saved in one array of bytes
     */
    public Parameters(List<Stage> stages, Storage<A> storage, int mark) {
        this.mark = mark;
        this.storage = storage;
        this.blocks =
                stages.stream().flatMap(stage -> stage.parameters().stream()).toList();
        this.count = blocks.stream().mapToInt(ParameterBlock::length).sum();
        this.savedBytes = savedBytes(count, storage.elementBytes());
        this.weights = storage.allocate(count);
        this.gradients = storage.allocate(count);
        this.first = storage.allocate(count);
        this.second = storage.allocate(count);
    }

    @Override
    public void initialise(long seed) {
        for (ParameterBlock block : blocks) {
            for (int i = block.offset(); i < block.offset() + block.length(); i++) {
                double spread = 2 * Philox.uniform(seed, Streams.initialisation(), i) - 1;
                storage.set(weights, i, block.mean() + block.bound() * spread);
            }
        }
        storage.fillWithZeros(gradients);
        storage.fillWithZeros(first);
        storage.fillWithZeros(second);
    }

    /**
     * Bytes that so many parameters are saved in.
     *
     * @throws ArithmeticException when that is more than an array can have
     */
    public static int savedBytes(int count, int elementBytes) {
        return Math.addExact(HEADER_BYTES, Math.multiplyExact(count, 3 * elementBytes));
    }

    @Override
    public int savedBytes() {
        return savedBytes;
    }

    @Override
    public void save(ByteBuffer out) {
        out.putInt(mark).putInt(storage.elementBytes()).putInt(count).putInt(layout());
        storage.write(weights, count, out);
        storage.write(first, count, out);
        storage.write(second, count, out);
    }

    @Override
    public void load(ByteBuffer in) {
        expect(in, "mark", mark);
        expect(in, "element bytes", storage.elementBytes());
        expect(in, "parameter count", count);
        expect(in, "parameter layout", layout());
        storage.read(in, weights, count);
        storage.read(in, first, count);
        storage.read(in, second, count);
    }

    /** The same in every process for the same blocks. */
    private int layout() {
        return blocks.toString().hashCode();
    }

    private static void expect(ByteBuffer in, String field, int expected) {
        int value = in.getInt();
        if (value != expected) {
            throw new IllegalArgumentException(
                    "saved network's " + field + " must be " + expected + " to fit this network, was " + value);
        }
    }
}
