package io.sweepforge.kernels.array.gpu;

import io.sweepforge.kernels.gpu.GpuDescription;

/** What LSTMs of trial arrays are computed in. Weights, cells and sums of products are in single precision with either. */
public enum Precision {
    FLOAT32("float32", 75, 0x53464631),
    /** Factors of products are rounded to bf16, and tensor cores multiply them. Other layers are as with {@link #FLOAT32}. */
    BFLOAT16("bfloat16", 80, 0x53464231);

    private final String word;
    private final int computeCapability;
    private final int mark;

    Precision(String word, int computeCapability, int mark) {
        this.word = word;
        this.computeCapability = computeCapability;
        this.mark = mark;
    }

    /** Its name in configurations. */
    public String word() {
        return word;
    }

    /** The least that a device must have: major times 10 plus minor. */
    public int computeCapability() {
        return computeCapability;
    }

    public boolean runsOn(GpuDescription gpu) {
        return gpu.computeCapability() >= computeCapability;
    }

    /** "SFF1" or "SFB1": begins what is saved, since a lane would go on with other bits in the other precision. */
    int mark() {
        return mark;
    }
}
