package io.sweepforge.kernels.nn.engine;

import io.sweepforge.kernels.nn.Network;
import io.sweepforge.kernels.nn.NetworkSpec;
import java.nio.ByteBuffer;

/** What networks share, whatever computes them: sizes, seed and step, and that these are saved behind the parameters. */
public abstract class SteppingNetwork implements Network {
    protected final NetworkSpec spec;
    protected final StepArguments arguments;
    private final int maxBatch;
    protected long seed;
    protected long step;

    /** @throws IllegalArgumentException when {@code maxBatch} is below 1 */
    protected SteppingNetwork(NetworkSpec spec, int maxBatch) {
        this.arguments = new StepArguments(spec, maxBatch);
        this.spec = spec;
        this.maxBatch = maxBatch;
    }

    protected abstract NetworkState state();

    @Override
    public final NetworkSpec spec() {
        return spec;
    }

    @Override
    public final int maxBatch() {
        return maxBatch;
    }

    @Override
    public final long step() {
        return step;
    }

    @Override
    public final void initialise(long from) {
        seed = from;
        step = 0;
        state().initialise(from);
    }

    @Override
    public final int savedBytes() {
        return 2 * Long.BYTES + state().savedBytes();
    }

    @Override
    public final void save(ByteBuffer out) {
        state().save(out);
        out.putLong(seed).putLong(step);
    }

    @Override
    public final void load(ByteBuffer in) {
        StepArguments.requireSaved(in.remaining(), savedBytes());
        state().load(in);
        seed = in.getLong();
        step = in.getLong();
    }

    @Override
    public final void reseed(long other) {
        seed = other;
    }
}
