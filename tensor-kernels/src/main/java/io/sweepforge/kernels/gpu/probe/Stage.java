package io.sweepforge.kernels.gpu.probe;

/** What the probe does, in this order. */
enum Stage {
    DRIVER("loading NVIDIA's driver"),
    DEVICES("looking for GPUs"),
    KERNEL("running a kernel"),
    CUDNN("loading cuDNN"),
    CONVOLUTION("running a convolution with cuDNN");

    private final String words;

    Stage(String words) {
        this.words = words;
    }

    /** For people, to follow "while". */
    String words() {
        return words;
    }
}
