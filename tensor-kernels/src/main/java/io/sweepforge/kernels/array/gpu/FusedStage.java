package io.sweepforge.kernels.array.gpu;

import io.sweepforge.kernels.nn.LayerSpec;
import io.sweepforge.kernels.nn.LayerSpec.Activation;
import io.sweepforge.kernels.nn.LayerSpec.Activation.Function;
import io.sweepforge.kernels.nn.Stage;
import java.util.ArrayList;
import java.util.List;

/**
 * What the kernels compute as one layer: a stage, or a convolution with what follows it at once.
 *
 * @param stage the layer itself
 * @param relu whether it is a convolution that a ReLU follows
 * @param pooled whether it is a convolution that, after the ReLU if there is one, a maximum over windows of 2 x 2 side by side
 *     follows
 * @param last the stage whose output is the layer's
 */
record FusedStage(Stage stage, boolean relu, boolean pooled, Stage last) {
    /** Flattening is left out: it moves nothing in row-major arrays. */
    static List<FusedStage> of(List<Stage> stages) {
        List<FusedStage> fused = new ArrayList<>();
        for (int from = 0; from < stages.size(); ) {
            boolean conv = stages.get(from).layer() instanceof LayerSpec.Conv2d;
            boolean relu = conv && isRelu(stages, from + 1);
            boolean pooled = conv && isPool(stages, from + (relu ? 2 : 1));
            int last = from + (relu ? 1 : 0) + (pooled ? 1 : 0);
            if (!(stages.get(from).layer() instanceof LayerSpec.Flatten)) {
                fused.add(new FusedStage(stages.get(from), relu, pooled, stages.get(last)));
            }
            from = last + 1;
        }
        return fused;
    }

    /** Whether it is a convolution or a maximum over windows. */
    boolean isOfImages() {
        return stage.layer() instanceof LayerSpec.Conv2d || stage.layer() instanceof LayerSpec.MaxPool2d;
    }

    private static boolean isRelu(List<Stage> stages, int at) {
        return at < stages.size()
                && stages.get(at).layer() instanceof Activation activation
                && activation.function() == Function.RELU;
    }

    private static boolean isPool(List<Stage> stages, int at) {
        return at < stages.size()
                && stages.get(at).layer() instanceof LayerSpec.MaxPool2d pool
                && pool.size() == 2
                && pool.stride() == 2;
    }
}
