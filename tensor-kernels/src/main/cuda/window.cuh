// Convolutions (cross-correlations with zeros around the image) and maxima over windows, for any size.
#pragma once

#include "lane.cuh"

static __device__ __forceinline__ int pixels(const WindowShape &s) { return s.out_height * s.out_width; }

// y [N, K, r, s] = b + sum over c, i, j of W [c, i, j, K] x [N, c, r stride + i - padding, s stride + j - padding].
static __device__ void conv_forward(const WindowShape &s, const float *weights, const float *x, float *y, int batch) {
    const float *bias = weights + s.channels * s.kernel * s.kernel * s.filters;
    for (int i = threadIdx.x; i < batch * s.filters * pixels(s); i += blockDim.x) {
        int column = i % s.out_width * s.stride - s.padding;
        int row = i / s.out_width % s.out_height * s.stride - s.padding;
        int filter = i / pixels(s) % s.filters, n = i / pixels(s) / s.filters;
        float sum = 0;
        for (int c = 0; c < s.channels; c++) {
            const float *plane = x + (n * s.channels + c) * s.height * s.width;
            for (int tap = 0; tap < s.kernel * s.kernel; tap++) {
                int r = row + tap / s.kernel, q = column + tap % s.kernel;
                if (r >= 0 && r < s.height && q >= 0 && q < s.width) {
                    float weight = weights[(c * s.kernel * s.kernel + tap) * s.filters + filter];
                    sum = fmaf(plane[r * s.width + q], weight, sum);
                }
            }
        }
        y[i] = sum + bias[filter];
    }
}

// The gradient of one weight: row by row of each image, then these sums in order.
static __device__ float conv_weight_gradient(const WindowShape &s, const float *x, const float *dy, int batch, int weight) {
    int filter = weight % s.filters, tap = weight / s.filters % (s.kernel * s.kernel);
    int channel = weight / s.filters / (s.kernel * s.kernel);
    float total = 0;
    for (int n = 0; n < batch; n++) {
        const float *plane = x + (n * s.channels + channel) * s.height * s.width;
        const float *errors = dy + (n * s.filters + filter) * pixels(s);
        for (int row = 0; row < s.out_height; row++) {
            int r = row * s.stride + tap / s.kernel - s.padding;
            float sum = 0;
            for (int column = 0; r >= 0 && r < s.height && column < s.out_width; column++) {
                int q = column * s.stride + tap % s.kernel - s.padding;
                if (q >= 0 && q < s.width) {
                    sum = fmaf(plane[r * s.width + q], errors[row * s.out_width + column], sum);
                }
            }
            total += sum;
        }
    }
    return total;
}

// The gradient of one element of x: whatever windows it was in.
static __device__ float conv_input_gradient(const WindowShape &s, const float *weights, const float *dy, int i) {
    int q = i % s.width + s.padding, r = i / s.width % s.height + s.padding;
    int channel = i / (s.height * s.width) % s.channels, n = i / (s.height * s.width) / s.channels;
    float total = 0;
    for (int tap = 0; tap < s.kernel * s.kernel; tap++) {
        int row = r - tap / s.kernel, column = q - tap % s.kernel;
        if (row < 0 || column < 0 || row % s.stride || column % s.stride || row / s.stride >= s.out_height ||
            column / s.stride >= s.out_width) {
            continue;
        }
        const float *error = dy + n * s.filters * pixels(s) + row / s.stride * s.out_width + column / s.stride;
        const float *weight = weights + (channel * s.kernel * s.kernel + tap) * s.filters;
        float sum = 0;
        for (int filter = 0; filter < s.filters; filter++) {
            sum = fmaf(error[filter * pixels(s)], weight[filter], sum);
        }
        total += sum;
    }
    return total;
}

// gradients: of W, then of b, overwritten; dx may be null.
static __device__ void conv_backward(const WindowShape &s, const float *weights, const float *x, const float *dy,
                                     float *gradients, float *dx, int batch) {
    int count = s.channels * s.kernel * s.kernel * s.filters;
    for (int weight = threadIdx.x; weight < count; weight += blockDim.x) {
        gradients[weight] = conv_weight_gradient(s, x, dy, batch, weight);
    }
    for (int filter = threadIdx.x; filter < s.filters; filter += blockDim.x) {
        float total = 0;
        for (int n = 0; n < batch; n++) {
            float sum = 0;
            for (int pixel = 0; pixel < pixels(s); pixel++) {
                sum += dy[(n * s.filters + filter) * pixels(s) + pixel];
            }
            total += sum;
        }
        gradients[count + filter] = total;
    }
    for (int i = threadIdx.x; dx && i < batch * s.channels * s.height * s.width; i += blockDim.x) {
        dx[i] = conv_input_gradient(s, weights, dy, i);
    }
}

// sources [N, C, r, s]: position within its plane of the window's first largest element.
static __device__ void pool_forward(const WindowShape &s, const float *x, float *y, int *sources, int batch) {
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

static __device__ void pool_backward(const WindowShape &s, const float *dy, float *dx, const int *sources, int batch) {
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
