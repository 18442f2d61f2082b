package io.sweepforge.kernels.gpu;

/**
 * What a GPU is.
 *
 * @param ordinal among those this process may see, from 0
 * @param name for people, e.g. {@code NVIDIA H200}
 * @param uuid the device's own, as {@code nvidia-smi} prints it
 * @param computeCapability major times 10 plus minor, e.g. 90
 * @param multiprocessors that work side by side
 * @param sharedBytesPerBlock most shared memory that one block may ask for
 * @param memoryBytes of device memory in all
 */
public record GpuDescription(
        int ordinal,
        String name,
        String uuid,
        int computeCapability,
        int multiprocessors,
        int sharedBytesPerBlock,
        long memoryBytes) {}
