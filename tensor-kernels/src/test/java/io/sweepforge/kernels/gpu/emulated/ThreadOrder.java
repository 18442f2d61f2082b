package io.sweepforge.kernels.gpu.emulated;

/**
 * In which order the threads of a block run between two barriers. Results must have the same bits in all of them. The order
 * of these constants is known to {@code cuda_emulator.cpp}.
 */
public enum ThreadOrder {
    ASCENDING,
    DESCENDING,
    /** Another order after every barrier, the same in every run. */
    SEEDED
}
