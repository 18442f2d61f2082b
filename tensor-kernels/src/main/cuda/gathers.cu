// Batches from examples that lie on the device. Where a batch begins is read from the step's settings, so that one recorded
// graph serves every step.
#include "blocks.cuh"
#include "step.cuh"

struct Gather {
    const int *examples;  // words of 32 bits, whatever they mean
    const int *order;     // of a training's examples
    const StepSettings *settings;
    int *out;
    int count;   // words of the batch
    int size;    // words of an example
    int stride;  // words from an example to the next one; examples may overlap
};

// out [batch, size]: the examples order[begin] and those after it in the order.
extern "C" __global__ void gather_ordered(Gather p) {
    int i = blockIdx.x * THREADS + threadIdx.x;
    if (i < p.count) {
        int example = p.order[p.settings->begin + i / p.size];
        p.out[i] = p.examples[(long long)example * p.stride + i % p.size];
    }
}

// out [batch, size]: the example that begins at word `begin` and those that lie after it.
extern "C" __global__ void gather_following(Gather p) {
    int i = blockIdx.x * THREADS + threadIdx.x;
    if (i < p.count) {
        p.out[i] = p.examples[p.settings->begin + (long long)(i / p.size) * p.stride + i % p.size];
    }
}

// As gather_ordered, of single precision and as changes since the value before an example's first one.
extern "C" __global__ void gather_changes(Gather p) {
    int i = blockIdx.x * THREADS + threadIdx.x;
    if (i < p.count) {
        int example = p.order[p.settings->begin + i / p.size];
        const float *first = (const float *)p.examples + (long long)example * p.stride;
        ((float *)p.out)[i] = first[i % p.size] - first[-1];
    }
}
