package io.sweepforge.kernels.array.gpu;

/**
 * Kernels that train lanes, each for networks that it is enough for, since in one LSTMs and convolutions would take registers
 * from each other. In the order of {@code enum LaneKernel} in {@code lane.cuh}.
 */
enum LaneKernel {
    /** Networks with neither convolutions nor pooling. */
    SEQUENCES("trial-array", "train_lanes", Precision.FLOAT32),
    /** Networks with LSTMs whose products are computed from bf16. */
    BF16_SEQUENCES("trial-array-bf16", "train_bf16_lanes", Precision.BFLOAT16),
    IMAGES("trial-array-images", "train_image_lanes", Precision.FLOAT32),
    /** Networks with a convolution that finds no room in shared memory even for the smallest part of its images. */
    LARGE_IMAGES("trial-array-large-images", "train_large_image_lanes", Precision.FLOAT32);

    private final String module;
    private final String function;
    private final Precision precision;

    LaneKernel(String module, String function, Precision precision) {
        this.module = module;
        this.function = function;
        this.precision = precision;
    }

    String module() {
        return module;
    }

    String function() {
        return function;
    }

    /** Of its LSTMs; one for networks without them computes all there is in single precision. */
    Precision precision() {
        return precision;
    }
}
