// Inverted dropout with masks from Philox: the same numbers as on the CPU, drawn again in the backward pass.
#include "blocks.cuh"
#include "philox.cuh"
#include "step.cuh"

struct Dropout {
    const float *from;
    float *to;
    const StepSettings *settings;
    unsigned long long stream;
    int count;
    int threshold;
    float scale;
};

// One thread for each four elements. An element is dropped when the upper 24 bits of its word are below the threshold.
extern "C" __global__ void dropout(Dropout p) {
    int first = (blockIdx.x * THREADS + threadIdx.x) * 4;
    if (first >= p.count) {
        return;
    }
    PhiloxBlock drawn = philox_block(p.settings->seed, p.stream | p.settings->step, first >> 2);
    for (int lane = 0; lane < 4 && first + lane < p.count; lane++) {
        bool dropped = (int)(drawn.word[lane] >> 8) < p.threshold;
        p.to[first + lane] = dropped ? 0 : p.from[first + lane] * p.scale;
    }
}
