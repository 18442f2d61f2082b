// The dynamic shared memory of a block, which layers use one after the other.
#pragma once

// Aligned for reading four at once.
static __device__ __forceinline__ float *block_shared() {
    extern __shared__ __align__(16) float dynamic_shared[];
    return dynamic_shared;
}
