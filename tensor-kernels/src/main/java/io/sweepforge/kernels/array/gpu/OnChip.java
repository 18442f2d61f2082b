package io.sweepforge.kernels.array.gpu;

import io.sweepforge.kernels.nn.LayerSpec.Lstm;
import io.sweepforge.kernels.nn.NetworkSpec;
import io.sweepforge.kernels.nn.Stage;
import java.util.Optional;

/**
 * What a block keeps on the chip of one kind of GPU, and so which networks are for the fused kernels. It depends on the
 * network's shape and the GPU alone: a trial that comes back goes the same way.
 *
 * @param bytes of shared memory for what a block reads at every step
 */
record OnChip(int bytes) {
    /** Of a unit's weights to each other unit: four gates in single precision. */
    private static final long BYTES = 4L * Float.BYTES;

    /** The largest LSTM whose recurrent weights stay on the chip. */
    int mostHidden() {
        return (int) Math.sqrt((double) bytes / BYTES);
    }

    /** Why a network is not for the fused kernels; empty when it is. */
    Optional<String> objection(NetworkSpec network) {
        return network.stages().stream()
                .map(Stage::layer)
                .filter(Lstm.class::isInstance)
                .mapToInt(layer -> ((Lstm) layer).hidden())
                .filter(hidden -> hidden > mostHidden())
                .boxed()
                .max(Integer::compare)
                .map(hidden ->
                        "the recurrent weights of %d hidden units have %d bytes, a block keeps %d on the chip (%d hidden units)"
                                .formatted(hidden, BYTES * hidden * hidden, bytes, mostHidden()));
    }
}
