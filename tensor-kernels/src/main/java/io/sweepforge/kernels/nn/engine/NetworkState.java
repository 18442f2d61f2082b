package io.sweepforge.kernels.nn.engine;

import java.nio.ByteBuffer;

/** A network's parameters and the state of its optimizer, wherever they are. */
public interface NetworkState {
    /** Fresh weights from {@code seed}, everything else 0. */
    void initialise(long seed);

    /** Bytes that {@link #save} writes. */
    int savedBytes();

    /** Writes weights and optimizer state at the buffer's position. */
    void save(ByteBuffer out);

    /** Throws before it changes anything when {@code in}, of {@link #savedBytes}, is of another network. */
    void load(ByteBuffer in);
}
