package io.sweepforge.kernels.nn;

/** One layer of a network. Shapes are of one example, without the batch. */
public sealed interface LayerSpec {
    /** The layer's kind in messages, e.g. {@code conv2d}. */
    String kind();

    /**
     * Long short-term memory without peepholes (Hochreiter and Schmidhuber 1997; forget gate of Gers et al. 2000).
     *
     * <p>[T, I] becomes [T, D H] with {@code returnSequence}, [D H] without, where D is 2 when bidirectional and 1
     * otherwise. Without {@code returnSequence} the result is the final state of each direction, forward first: the
     * forward direction's at step T - 1, the backward direction's at step 0.
     *
     * @param hidden H, from 1
     * @param layers stacked levels, from 1; all but the last hand on sequences
     */
    record Lstm(int hidden, int layers, boolean bidirectional, boolean returnSequence) implements LayerSpec {
        public Lstm {
            Checks.atLeast("lstm.hidden", hidden, 1);
            Checks.atLeast("lstm.layers", layers, 1);
        }

        @Override
        public String kind() {
            return "lstm";
        }

        public int directions() {
            return bidirectional ? 2 : 1;
        }
    }

    /**
     * Two-dimensional cross-correlation with bias: [C, H, W] becomes [K, (H + 2p - k) / s + 1, (W + 2p - k) / s + 1].
     *
     * @param filters K, from 1
     * @param kernel height and width k of a filter, from 1
     * @param stride s, from 1
     * @param padding zeros p on every side, from 0, below the kernel
     */
    record Conv2d(int filters, int kernel, int stride, int padding) implements LayerSpec {
        public Conv2d {
            Checks.atLeast("conv2d.filters", filters, 1);
            Checks.atLeast("conv2d.kernel", kernel, 1);
            Checks.atLeast("conv2d.stride", stride, 1);
            Checks.atLeast("conv2d.padding", padding, 0);
            if (padding >= kernel) {
                throw new IllegalArgumentException(
                        "conv2d.padding must be below the kernel (" + kernel + "), was " + padding);
            }
        }

        @Override
        public String kind() {
            return "conv2d";
        }
    }

    /**
     * Maximum over windows: [C, H, W] becomes [C, (H - size) / stride + 1, (W - size) / stride + 1]. Of equal values the
     * first in row-major order receives the gradient.
     */
    record MaxPool2d(int size, int stride) implements LayerSpec {
        public MaxPool2d {
            Checks.atLeast("max-pool2d.size", size, 1);
            Checks.atLeast("max-pool2d.stride", stride, 1);
        }

        @Override
        public String kind() {
            return "max-pool2d";
        }
    }

    /** Affine map of the last axis: [I] becomes [units], [T, I] becomes [T, units]. */
    record Dense(int units) implements LayerSpec {
        public Dense {
            Checks.atLeast("dense.units", units, 1);
        }

        @Override
        public String kind() {
            return "dense";
        }
    }

    /** Any shape becomes one axis, row-major. */
    record Flatten() implements LayerSpec {
        @Override
        public String kind() {
            return "flatten";
        }
    }

    /** In training each element is zeroed with probability {@code rate}, the others grow by 1 / (1 - rate). */
    record Dropout(double rate) implements LayerSpec {
        public Dropout {
            Checks.fraction("dropout.rate", rate);
        }

        @Override
        public String kind() {
            return "dropout";
        }
    }

    /** A function of each element. */
    record Activation(Function function) implements LayerSpec {
        public enum Function {
            RELU,
            TANH
        }

        @Override
        public String kind() {
            return function == Function.RELU ? "relu" : "tanh";
        }
    }
}
