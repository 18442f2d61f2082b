package io.sweepforge.kernels.nn.engine;

import io.sweepforge.kernels.nn.Stage;
import java.util.List;

/**
 * What a backend brings to a network; made anew for each.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
public interface Engine<A> {
    Storage<A> storage();

    Optimizer<A> optimizer();

    /** Splits stages into runs, each of which becomes one layer. */
    default List<List<Stage>> runs(List<Stage> stages) {
        return stages.stream().map(List::of).toList();
    }

    /** The layer of a run: dense, convolution, LSTM or activation, or what {@link #runs} made of several. */
    Layer<A> layer(List<Stage> run, int maxBatch);
}
