package io.sweepforge.kernels.family;

import io.sweepforge.kernels.nn.LayerSpec;
import java.util.List;

/** Pieces of networks that several families are made of. */
final class Layers {
    private Layers() {}

    /** A dropout layer unless the parameter {@code dropout} is 0. */
    static void addDropout(List<LayerSpec> layers, Parameters parameters) {
        double rate = parameters.number("dropout");
        if (rate > 0) {
            layers.add(new LayerSpec.Dropout(rate));
        }
    }

    /** [T, I] becomes the final state of {@code layers} LSTM levels of size {@code hidden}, with dropout after each. */
    static void addLstm(List<LayerSpec> layers, Parameters parameters) {
        int levels = parameters.integer("layers");
        for (int level = 1; level <= levels; level++) {
            layers.add(new LayerSpec.Lstm(
                    parameters.integer("hidden"), 1, parameters.flag("bidirectional"), level < levels));
            addDropout(layers, parameters);
        }
    }

    /** The parameters that {@link #addLstm} reads, with the defaults given. */
    static List<ParameterDescription> lstmParameters(int hidden, double dropout) {
        return List.of(
                Describe.integer("hidden", 1, 1024, hidden, "Size of the LSTM's state, for each direction"),
                Describe.integer("layers", 1, 4, 1, "LSTM levels on top of each other"),
                Describe.flag("bidirectional", false, "Whether a second LSTM reads the sequence backwards"),
                Describe.number(
                        "dropout", 0, 0.95, dropout, "Share of values dropped after each LSTM level in training"));
    }
}
