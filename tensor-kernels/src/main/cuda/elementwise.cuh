// Layers that look at one element at a time.
#pragma once

#include "functions.cuh"
#include "lane.cuh"
#include "philox.cuh"

static __device__ void activation_forward(int kind, const float *x, float *y, int count) {
    for (int i = threadIdx.x; i < count; i += blockDim.x) {
        // Written so that not a number stays not a number.
        y[i] = kind == LAYER_RELU ? (x[i] < 0 ? 0 : x[i]) : hyperbolic_tangent(x[i]);
    }
}

static __device__ void activation_backward(int kind, const float *y, const float *dy, float *dx, int count) {
    for (int i = threadIdx.x; i < count; i += blockDim.x) {
        dx[i] = kind == LAYER_RELU ? (y[i] > 0 ? dy[i] : 0) : dy[i] * (1 - y[i] * y[i]);
    }
}

// The mask depends on seed, step, stage and element only, so a backward pass draws it again.
static __device__ void dropout(const DropoutShape &s, long long seed, long long step, const float *from, float *to,
                               int count) {
    long long stream = 3LL << 56 | (long long)s.stage << 40 | step;
    for (int block = threadIdx.x; block * 4 < count; block += blockDim.x) {
        PhiloxBlock random = philox_block(seed, stream, block);
#pragma unroll
        for (int word = 0; word < 4; word++) {
            int i = block * 4 + word;
            if (i < count) {
                to[i] = (int)(random.word[word] >> 8) < s.threshold ? 0 : from[i] * s.scale;
            }
        }
    }
}

static __device__ void copy(const float *from, float *to, int count) {
    for (int i = threadIdx.x; i < count; i += blockDim.x) {
        to[i] = from[i];
    }
}
