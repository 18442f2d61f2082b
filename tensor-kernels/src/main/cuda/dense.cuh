// Dense layers: y = x W + b for each row. room: floats of dynamic shared memory.
#pragma once

#include "lane.cuh"
#include "product.cuh"

static __device__ void dense_forward(const DenseShape &s, const float *weights, const float *x, float *y, int room,
                                     int batch) {
    const float *bias = weights + s.inputs * s.units;
    multiply({batch * s.rows, s.units, 1, s.inputs}, Factor{x, s.inputs, 0, 1}, Factor{weights, 1, 0, s.units}, room,
             [=](int row, int unit, float sum) { y[row * s.units + unit] = sum + bias[unit]; });
}

// gradients: of W, then of b, overwritten; dx may be null.
static __device__ void dense_backward(const DenseShape &s, const float *weights, const float *x, const float *dy,
                                      float *gradients, float *dx, int room, int batch) {
    int outer = s.rows > 1 ? batch : 1, inner = s.rows > 1 ? s.rows : batch;
    __shared__ Given given;
    if (threadIdx.x == 0) {
        given = {x, nullptr, s.inputs, 0, inner, -1};
    }
    multiply({s.inputs + 1, s.units, outer, inner}, given, Factor{dy, 1, inner * s.units, s.units}, room,
             [=](int input, int unit, float sum) { gradients[input * s.units + unit] = sum; });
    if (dx) {
        multiply({batch * s.rows, s.inputs, 1, s.units}, Factor{dy, s.units, 0, 1}, Factor{weights, s.units, 0, 1}, room,
                 [=](int row, int input, float sum) { dx[row * s.inputs + input] = sum; });
    }
}
