// Convolutions (cross-correlations with zeros around the image), with the ReLU and the maximum over windows of 2 x 2 that follow
// them at once: of these, only what comes out is ever in device memory, and the place of each maximum in its window.
#pragma once

#include "conv_weights.cuh"
#include "correlation.cuh"

// y [N, K, r, s] of x [N, C, H, W]; W [C, k, k, K], b [K].
struct ConvForward {
    const ConvShape &s;
    const float *all, *bias, *x;
    float *y;
    unsigned char *places;

    __device__ __forceinline__ void weights(float *to, const ConvTile &tile, int input, int inputs, int output,
                                            int outputs) const {
        int taps = s.kernel * s.kernel;
        const float *from = all + input * taps * s.filters + output;
        for (BoxWalk at(inputs * taps, tile.outputs); at.plane < 1; at.next()) {
            to[at.row * tile.outputs + at.column] = at.column < outputs ? from[at.row * s.filters + at.column] : 0;
        }
    }

    __device__ __forceinline__ void planes(float *to, const ConvTile &tile, int image, int images, int row, int input,
                                           int inputs) const {
        const float *from = x + (image * s.channels + input) * s.height * s.width;
        conv_stage_planes(to, tile, from, images * inputs, s.height, s.width, row * s.stride - s.padding, -s.padding);
    }

    __device__ __forceinline__ float result(float sum) const { return s.relu && sum < 0 ? 0 : sum; }

    // y and its place in y for a window.
    __device__ __forceinline__ void store_largest(int at, float4 v) const {
        int upper = v.y > v.x, lower = v.w > v.z;
        float above = upper ? v.y : v.x, below = lower ? v.w : v.z;
        y[at] = result(below > above ? below : above);
        places[at] = below > above ? 2 + lower : upper;
    }

    __device__ __forceinline__ void store(int image, int filter, int row, int column, float4 sums) const {
        int plane = (image * s.filters + filter) * s.out_rows * s.out_columns;
        float b = bias[filter];
        float4 v = {sums.x + b, sums.y + b, sums.z + b, sums.w + b};
        if (s.pooled) {
            store_largest(plane + row / 2 * s.out_columns + column / 2, v);
        } else {
            conv_store(y + plane, s.rows, s.columns, row, column, {result(v.x), result(v.y), result(v.z), result(v.w)});
        }
    }
};

template <bool SHARED>
static __device__ void conv_forward(const Layer &layer, const float *weights, float *workspace, int batch) {
    const ConvShape &s = layer.conv;
    // Windows do not go beyond the results.
    int rows = s.pooled ? s.out_rows * 2 : s.rows, columns = s.pooled ? s.out_columns * 2 : s.columns;
    ConvForward task = {s, weights, weights + s.channels * s.kernel * s.kernel * s.filters, workspace + layer.x,
                        workspace + layer.y, (unsigned char *)(workspace + layer.scratch)};
    correlate<SHARED>({s.channels, s.filters, s.kernel, s.stride, rows, columns}, s.forward, workspace, batch, task);
}

// dx [N, C, H, W]: the correlation of the results' gradients, stride - 1 zeros between them and kernel - padding - 1 around
// them, with the weights turned by half a circle.
struct ConvBack {
    const ConvShape &s;
    const float *all;
    ConvErrors errors;
    float *dx;

    __device__ __forceinline__ void weights(float *to, const ConvTile &tile, int input, int inputs, int output,
                                            int outputs) const {
        int taps = s.kernel * s.kernel;
        const float *from = all + output * taps * s.filters + input;
        for (BoxWalk at(taps, inputs); at.plane < tile.outputs; at.next()) {
            to[(at.column * taps + taps - 1 - at.row) * tile.outputs + at.plane] =
                at.plane < outputs ? from[(at.plane * taps + at.row) * s.filters + at.column] : 0;
        }
    }

    __device__ __forceinline__ void planes(float *to, const ConvTile &tile, int image, int images, int row, int input,
                                           int inputs) const {
        int frame = s.kernel - 1 - s.padding, reach = s.pooled ? 2 * s.stride : s.stride;
        int from = max(row - frame, 0) / reach, last = max(row + tile.height - 1 - frame, -1);
        conv_clear(to, images * tile.inputs * tile.plane);
        __syncthreads();
        int end = last < 0 ? 0 : min(s.out_rows, last / reach + 1);
        ConvRuns runs(images, inputs, s.filters);
        for (int run = 0; run < runs.count; run++, to += tile.inputs * tile.plane) {
            int first = (image + run) * s.filters + input;
            errors.each(s, first, runs.planes, from, end, [&](int plane, int r, int q, float error) {
                int at = r * s.stride + frame - row;
                if (at >= 0 && at < tile.height) {
                    to[plane * tile.plane + at * tile.pitch + q * s.stride + frame] = error;
                }
            });
        }
    }

    __device__ __forceinline__ void store(int image, int channel, int row, int column, float4 sums) const {
        float *plane = dx + (image * s.channels + channel) * s.height * s.width;
        conv_store(plane, s.height, s.width, row, column, sums);
    }
};

template <bool SHARED>
static __device__ void conv_input_gradients(const Layer &layer, const float *weights, float *workspace, int batch) {
    const ConvShape &s = layer.conv;
    ConvBack task = {s, weights, conv_errors(layer, workspace), workspace + layer.dx};
    correlate<SHARED>({s.filters, s.channels, s.kernel, 1, s.height, s.width}, s.back, workspace, batch, task);
}

// gradients: of W, then of b, overwritten.
template <bool SHARED>
static __device__ void conv_backward(const Layer &layer, const float *weights, float *workspace, float *gradients,
                                     int batch) {
    if (layer.dx >= 0) {
        conv_input_gradients<SHARED>(layer, weights, workspace, batch);
    }
    conv_weight_gradients<SHARED>(layer, workspace, gradients, batch);
    conv_bias_gradients(layer, workspace, gradients, batch);
}
