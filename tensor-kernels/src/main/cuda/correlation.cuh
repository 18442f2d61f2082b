// Correlations of many planes with many filters: out(o, r, q) = the sum over i, a, b of
//   weight(i, a, b, o) * plane_i(r step + a, q step + b),
// in this order of i, a and b, whatever is staged at once and whoever computes it.
#pragma once

#include "conv_stage.cuh"

// A thread computes these outputs of 2 x 2 results at once: 32 products for four elements and eight weights that it reads.
static const int CONV_OUTPUTS = 8;

struct Correlation {
    int inputs, outputs, kernel, step;
    int rows, columns;  // of the result
};

typedef float ConvSums[CONV_OUTPUTS][4];

// weights: of these outputs side by side.
static __device__ __forceinline__ void conv_add(ConvSums &sums, const float *weights, const float (&elements)[4]) {
    float4 low = ((const float4 *)weights)[0], high = ((const float4 *)weights)[1];
    float of[CONV_OUTPUTS] = {low.x, low.y, low.z, low.w, high.x, high.y, high.z, high.w};
#pragma unroll
    for (int o = 0; o < CONV_OUTPUTS; o++) {
#pragma unroll
        for (int e = 0; e < 4; e++) {
            sums[o][e] = fmaf(elements[e], of[o], sums[o][e]);
        }
    }
}

template <int COUNT>
static __device__ __forceinline__ void conv_read(const float *from, float (&to)[COUNT]) {
#pragma unroll
    for (int i = 0; i < COUNT; i += 2) {
        float2 pair = *(const float2 *)(from + i);
        to[i] = pair.x;
        to[i + 1] = pair.y;
    }
}

// For an odd kernel known beforehand and a step of 1: an element is read once for each row of results that it is in.
template <int KERNEL>
static __device__ __forceinline__ void conv_accumulate_known(const ConvTile &tile, const float *plane,
                                                             const float *weights, int inputs, ConvSums &sums) {
    for (int i = 0; i < inputs; i++, plane += tile.plane) {
        float upper[KERNEL + 1], lower[KERNEL + 1];
        conv_read(plane, upper);
#pragma unroll
        for (int a = 0; a < KERNEL; a++) {
            conv_read(plane + (a + 1) * tile.pitch, lower);
#pragma unroll
            for (int b = 0; b < KERNEL; b++, weights += tile.outputs) {
                conv_add(sums, weights, {upper[b], upper[b + 1], lower[b], lower[b + 1]});
            }
#pragma unroll
            for (int b = 0; b <= KERNEL; b++) {
                upper[b] = lower[b];
            }
        }
    }
}

static __device__ __forceinline__ void conv_accumulate_any(const ConvTile &tile, int kernel, int step, const float *plane,
                                                           const float *weights, int inputs, ConvSums &sums) {
    int down = step * tile.pitch;
    for (int i = 0; i < inputs; i++, plane += tile.plane) {
        for (int a = 0; a < kernel; a++) {
            const float *row = plane + a * tile.pitch;
            for (int b = 0; b < kernel; b++, weights += tile.outputs) {
                conv_add(sums, weights, {row[b], row[b + step], row[b + down], row[b + down + step]});
            }
        }
    }
}

// Writes those of 2 x 2 results that there are.
static __device__ __forceinline__ void conv_store(float *plane, int rows, int columns, int row, int column, float4 v) {
    float *at = plane + row * columns + column;
    bool right = column + 1 < columns, below = row + 1 < rows;
    at[0] = v.x;
    if (right) {
        at[1] = v.y;
    }
    if (below) {
        at[columns] = v.z;
    }
    if (right && below) {
        at[columns + 1] = v.w;
    }
}

// One thread's part of what is staged: outputs `output` to output + 7 of the 2 x 2 results at (row, column) of an image.
struct ConvItem {
    int image, output, row, column;
};

// What is staged of the images from `image` on, of the rows from `row` on, and of the outputs from `output` on.
struct ConvRegion {
    int image, images, output, outputs, row, rows;

    __device__ __forceinline__ int items(int columns) const {
        return (outputs + CONV_OUTPUTS - 1) / CONV_OUTPUTS * images * (conv_even(rows) / 2) * (conv_even(columns) / 2);
    }

    // Counted from the beginning of the region. Blocks side by side come first: threads of a warp read the same weights.
    __device__ __forceinline__ ConvItem item(int index, int columns) const {
        int across = conv_even(columns) / 2, down = conv_even(rows) / 2, line = index / across;
        return {line / down % images, line / down / images * CONV_OUTPUTS, line % down * 2, index % across * 2};
    }
};

// Task: weights(to, tile, input, inputs, output, outputs) and planes(to, tile, image, images, row, input, inputs) stage;
// store(image, output, row, column, four) takes 2 x 2 results, of which rows and columns beyond the last are to be left out.
template <int KERNEL, bool SHARED, class Task>
static __device__ void correlate_region(const Correlation &c, const ConvTile &tile, const ConvRegion &region, bool fresh,
                                        float *workspace, const Task &task) {
    int items = region.items(c.columns), front = tile.inputs * c.kernel * c.kernel * tile.outputs;
    for (int first = 0; first < items; first += blockDim.x) {
        ConvItem item = region.item(min(first + (int)threadIdx.x, items - 1), c.columns);
        ConvSums sums = {};
        for (int input = 0; input < c.inputs; input += tile.inputs) {
            float *weights = conv_place<SHARED>(tile, workspace), *planes = weights + front;
            int inputs = min(tile.inputs, c.inputs - input);
            if (first == 0 || tile.inputs < c.inputs) {
                __syncthreads();
                if (fresh || tile.inputs < c.inputs) {
                    task.weights(weights, tile, input, inputs, region.output, region.outputs);
                }
                task.planes(planes, tile, region.image, region.images, region.row, input, inputs);
                __syncthreads();
            }
            const float *plane = planes + item.image * tile.inputs * tile.plane + item.row * c.step * tile.pitch +
                                 item.column * c.step;
            if constexpr (KERNEL > 0) {
                conv_accumulate_known<KERNEL>(tile, plane, weights + item.output, inputs, sums);
            } else {
                conv_accumulate_any(tile, c.kernel, c.step, plane, weights + item.output, inputs, sums);
            }
        }
        if (first + (int)threadIdx.x < items) {
#pragma unroll
            for (int o = 0; o < CONV_OUTPUTS; o++) {
                if (item.output + o < region.outputs) {
                    task.store(region.image + item.image, region.output + item.output + o, region.row + item.row,
                               item.column, {sums[o][0], sums[o][1], sums[o][2], sums[o][3]});
                }
            }
        }
    }
}

template <int KERNEL, bool SHARED, class Task>
static __device__ void correlate_all(const Correlation &c, const ConvTile &tile, float *workspace, int batch,
                                     const Task &task) {
    for (int output = 0; output < c.outputs; output += tile.outputs) {
        for (int image = 0; image < batch; image += tile.images) {
            for (int row = 0; row < c.rows; row += tile.rows) {
                ConvRegion region = {image,  min(tile.images, batch - image), output, min(tile.outputs, c.outputs - output),
                                     row, min(tile.rows, c.rows - row)};
                correlate_region<KERNEL, SHARED>(c, tile, region, image == 0 && row == 0, workspace, task);
            }
        }
    }
}

// The sizes that networks have most are known to the compiler.
template <bool SHARED, class Task>
static __device__ void correlate(const Correlation &c, const ConvTile &tile, float *workspace, int batch, const Task &task) {
    if (SHARED && c.kernel == 3 && c.step == 1) {
        correlate_all<3, SHARED>(c, tile, workspace, batch, task);
    } else if (SHARED && c.kernel == 5 && c.step == 1) {
        correlate_all<5, SHARED>(c, tile, workspace, batch, task);
    } else {
        correlate_all<0, SHARED>(c, tile, workspace, batch, task);
    }
}
