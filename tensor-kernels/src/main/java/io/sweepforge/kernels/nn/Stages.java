package io.sweepforge.kernels.nn;

import java.util.ArrayList;
import java.util.List;

/** Turns layers into stages: shapes, parameter offsets and initial distributions. */
final class Stages {
    private final List<Stage> stages = new ArrayList<>();
    private List<Integer> shape;
    private int offset;

    private Stages(List<Integer> inputShape) {
        this.shape = inputShape;
    }

    static List<Stage> of(List<Integer> inputShape, List<LayerSpec> layers) {
        Stages stages = new Stages(inputShape);
        for (int i = 0; i < layers.size(); i++) {
            LayerSpec layer = layers.get(i);
            String where = "layer " + i + " (" + layer.kind() + ")";
            levels(layer).forEach(level -> stages.add(level, where));
        }
        return List.copyOf(stages.stages);
    }

    private static List<LayerSpec> levels(LayerSpec layer) {
        if (!(layer instanceof LayerSpec.Lstm lstm)) {
            return List.of(layer);
        }
        List<LayerSpec> levels = new ArrayList<>();
        for (int level = 1; level <= lstm.layers(); level++) {
            boolean sequence = lstm.returnSequence() || level < lstm.layers();
            levels.add(new LayerSpec.Lstm(lstm.hidden(), 1, lstm.bidirectional(), sequence));
        }
        return levels;
    }

    private void add(LayerSpec layer, String where) {
        List<Integer> output = Shapes.after(layer, shape, where);
        List<ParameterBlock> blocks = new ArrayList<>();
        if (layer instanceof LayerSpec.Lstm lstm) {
            lstm(blocks, shape.get(1), lstm);
        } else if (layer instanceof LayerSpec.Conv2d conv) {
            int patch = Math.multiplyExact(shape.get(0), conv.kernel() * conv.kernel());
            blocks.add(uniform("filters", Math.multiplyExact(patch, conv.filters()), small(patch)));
            blocks.add(uniform("bias", conv.filters(), small(patch)));
        } else if (layer instanceof LayerSpec.Dense dense) {
            int inputs = shape.get(shape.size() - 1);
            blocks.add(uniform("weights", Math.multiplyExact(inputs, dense.units()), small(inputs)));
            blocks.add(uniform("bias", dense.units(), small(inputs)));
        }
        stages.add(new Stage(stages.size(), layer, shape, output, blocks));
        shape = output;
    }

    private void lstm(List<ParameterBlock> blocks, int inputs, LayerSpec.Lstm lstm) {
        int h = lstm.hidden();
        for (int direction = 0; direction < lstm.directions(); direction++) {
            blocks.add(uniform("input weights", Math.multiplyExact(inputs, 4 * h), glorot(inputs, h)));
            blocks.add(uniform("recurrent weights", Math.multiplyExact(h, 4 * h), glorot(h, h)));
            blocks.add(constant("input gate bias", h, 0));
            // A forget gate that starts open carries gradients through time (Jozefowicz et al. 2015, section 3.2).
            blocks.add(constant("forget gate bias", h, 1));
            blocks.add(constant("candidate and output gate bias", 2 * h, 0));
        }
    }

    /**
     * PyTorch's default, which is 2.4 times smaller than what keeps the variance through a ReLU (He et al. 2015, equation 10).
     * Small convolutions on 7,000 of MNIST's digits ended with a better validation accuracy from it.
     */
    private static double small(int inputs) {
        return 1 / Math.sqrt(inputs);
    }

    /** Glorot and Bengio 2010, equation 16. */
    private static double glorot(int inputs, int outputs) {
        return Math.sqrt(6.0 / (inputs + outputs));
    }

    private ParameterBlock constant(String name, int length, double value) {
        return block(name, length, value, 0);
    }

    private ParameterBlock uniform(String name, int length, double bound) {
        return block(name, length, 0, bound);
    }

    private ParameterBlock block(String name, int length, double mean, double bound) {
        ParameterBlock block = new ParameterBlock(name, offset, length, mean, bound);
        offset = Math.addExact(offset, length);
        return block;
    }
}
