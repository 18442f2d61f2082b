package io.sweepforge.kernels.nn;

import java.util.List;

/**
 * A layer with everything that follows from its place in the network. A stacked LSTM is as many stages as levels.
 *
 * @param index from 0, names its random streams
 * @param layer a single level when it is an LSTM
 * @param input shape of one example
 * @param output shape of one example
 * @param parameters its blocks, contiguous and in order; empty when it has none
 */
public record Stage(
        int index, LayerSpec layer, List<Integer> input, List<Integer> output, List<ParameterBlock> parameters) {
    public Stage {
        input = List.copyOf(input);
        output = List.copyOf(output);
        parameters = List.copyOf(parameters);
    }

    /** Elements of one input example. */
    public int inputSize() {
        return Shapes.size(input);
    }

    /** Elements of one output example. */
    public int outputSize() {
        return Shapes.size(output);
    }

    /** Position of its first parameter in the flat parameters; 0 when it has none. */
    public int parameterOffset() {
        return parameters.isEmpty() ? 0 : parameters.get(0).offset();
    }

    /** Number of its parameters. */
    public int parameterCount() {
        return parameters.stream().mapToInt(ParameterBlock::length).sum();
    }
}
