// Dense layers: y = x W + b for each row.
#pragma once

#include "lane.cuh"
#include "product.cuh"

static __device__ void dense_forward(const DenseShape &s, const float *weights, const float *x, float *y, int batch) {
    const float *bias = weights + s.inputs * s.units;
    multiply(batch * s.rows, s.units, 1, s.inputs, {x, s.inputs, 0, 1}, {weights, 1, 0, s.units},
             [=](int row, int unit, float sum) { y[row * s.units + unit] = sum + bias[unit]; });
}

// gradients: of W, then of b, overwritten; dx may be null.
static __device__ void dense_backward(const DenseShape &s, const float *weights, const float *x, const float *dy,
                                      float *gradients, float *dx, int batch) {
    Factor errors = {dy, 1, s.rows * s.units, s.units};
    multiply(s.inputs, s.units, batch, s.rows, {x, 1, s.rows * s.inputs, s.inputs}, errors,
             [=](int input, int unit, float sum) { gradients[input * s.units + unit] = sum; });
    sum_lines(s.units, batch, s.rows, errors, gradients + s.inputs * s.units);
    if (dx) {
        multiply(batch * s.rows, s.inputs, 1, s.units, {dy, s.units, 0, 1}, {weights, s.units, 0, 1},
                 [=](int row, int input, float sum) { dx[row * s.inputs + input] = sum; });
    }
}
