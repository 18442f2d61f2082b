// Maxima over windows, for any size and stride; those of 2 x 2 pixels side by side belong to the convolution before them.
#pragma once

#include "lane.cuh"

static __device__ __forceinline__ int pixels(const PoolShape &s) { return s.out_height * s.out_width; }

// sources [N, C, r, s]: position within its plane of the window's first largest element.
static __device__ void pool_forward(const PoolShape &s, const float *x, float *y, int *sources, int batch) {
    for (int i = threadIdx.x; i < batch * s.channels * pixels(s); i += blockDim.x) {
        const float *plane = x + i / pixels(s) * s.height * s.width;
        int corner = i / s.out_width % s.out_height * s.stride * s.width + i % s.out_width * s.stride;
        int best = corner;
        for (int row = 0; row < s.kernel; row++) {
            for (int at = corner + row * s.width; at < corner + row * s.width + s.kernel; at++) {
                best = plane[at] > plane[best] ? at : best;
            }
        }
        sources[i] = best;
        y[i] = plane[best];
    }
}

static __device__ void pool_backward(const PoolShape &s, const float *dy, float *dx, const int *sources, int batch) {
    for (int i = threadIdx.x; i < batch * s.channels * s.height * s.width; i += blockDim.x) {
        int at = i % (s.height * s.width), q = at % s.width, r = at / s.width;
        int plane = i / (s.height * s.width) * pixels(s);
        float sum = 0;
        for (int row = max(0, r - s.kernel + s.stride) / s.stride; row <= r / s.stride && row < s.out_height; row++) {
            int column = max(0, q - s.kernel + s.stride) / s.stride;
            for (; column <= q / s.stride && column < s.out_width; column++) {
                int window = plane + row * s.out_width + column;
                sum += sources[window] == at ? dy[window] : 0;
            }
        }
        dx[i] = sum;
    }
}
