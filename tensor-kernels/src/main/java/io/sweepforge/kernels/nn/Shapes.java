package io.sweepforge.kernels.nn;

import java.util.List;

/** Shape inference: what each layer makes of the shape before it. */
final class Shapes {
    private Shapes() {}

    static int size(List<Integer> shape) {
        return shape.stream().reduce(1, Math::multiplyExact);
    }

    /**
     * The shape after {@code layer}.
     *
     * @param where names the layer in messages
     * @throws IllegalArgumentException when the layer cannot take {@code input}
     */
    static List<Integer> after(LayerSpec layer, List<Integer> input, String where) {
        if (layer instanceof LayerSpec.Lstm lstm) {
            requireRank(input, 2, "a sequence [T, I]", where);
            int width = lstm.directions() * lstm.hidden();
            return lstm.returnSequence() ? List.of(input.get(0), width) : List.of(width);
        } else if (layer instanceof LayerSpec.Conv2d conv) {
            requireRank(input, 3, "an image [C, H, W]", where);
            return image(conv.filters(), input, conv.kernel(), conv.stride(), conv.padding(), where);
        } else if (layer instanceof LayerSpec.MaxPool2d pool) {
            requireRank(input, 3, "an image [C, H, W]", where);
            return image(input.get(0), input, pool.size(), pool.stride(), 0, where);
        } else if (layer instanceof LayerSpec.Dense dense) {
            return dense(input, dense.units(), where);
        } else if (layer instanceof LayerSpec.Flatten) {
            return List.of(size(input));
        }
        return input;
    }

    private static List<Integer> dense(List<Integer> input, int units, String where) {
        if (input.size() > 2) {
            throw new IllegalArgumentException(where + " needs a vector [I] or a sequence [T, I], got " + input
                    + "; put a flatten layer before it");
        }
        return input.size() == 1 ? List.of(units) : List.of(input.get(0), units);
    }

    private static List<Integer> image(
            int channels, List<Integer> input, int window, int stride, int padding, String where) {
        return List.of(
                channels,
                windows(input.get(1), window, stride, padding, "height", where),
                windows(input.get(2), window, stride, padding, "width", where));
    }

    private static int windows(int extent, int window, int stride, int padding, String axis, String where) {
        int room = extent + 2 * padding - window;
        if (room < 0) {
            throw new IllegalArgumentException(
                    "%s: a window of %d does not fit the input's %s of %d (padding %d on each side)"
                            .formatted(where, window, axis, extent, padding));
        }
        return room / stride + 1;
    }

    private static void requireRank(List<Integer> input, int rank, String expected, String where) {
        if (input.size() != rank) {
            throw new IllegalArgumentException(where + " needs " + expected + ", got " + input);
        }
    }
}
