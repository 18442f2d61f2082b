#pragma once

// Threads of every block of the grid kernels; Launcher.THREADS on the host.
#define THREADS 256

// Sum over the block, the same in any order of its threads; valid in thread 0. All threads of the block call it.
static __device__ __forceinline__ double block_sum(double value, double *parts) {
    parts[threadIdx.x] = value;
    for (int half = THREADS / 2; half > 0; half /= 2) {
        __syncthreads();
        if (threadIdx.x < half) {
            parts[threadIdx.x] += parts[threadIdx.x + half];
        }
    }
    return parts[0];
}
