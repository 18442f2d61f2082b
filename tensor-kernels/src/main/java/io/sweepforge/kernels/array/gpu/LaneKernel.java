package io.sweepforge.kernels.array.gpu;

/**
 * Kernels that train lanes, each for networks that it is enough for, since in one LSTMs and convolutions would take registers
 * from each other. In the order of {@code enum LaneKernel} in {@code lane.cuh}.
 */
enum LaneKernel {
    /** Networks with neither convolutions nor pooling. */
    SEQUENCES("trial-array", "train_lanes"),
    IMAGES("trial-array-images", "train_image_lanes"),
    /** Networks with a convolution that finds no room in shared memory even for the smallest part of its images. */
    LARGE_IMAGES("trial-array-large-images", "train_large_image_lanes");

    private final String module;
    private final String function;

    LaneKernel(String module, String function) {
        this.module = module;
        this.function = function;
    }

    String module() {
        return module;
    }

    String function() {
        return function;
    }
}
