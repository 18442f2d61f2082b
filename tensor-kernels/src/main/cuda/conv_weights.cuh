// Gradients of a convolution's weights. All pixels of a batch are divided into slices; a thread sums one slice's part of some
// weights, from fast memory into registers, over the whole batch. Then the slices are added in order. What a slice is depends on
// the layer only.
#pragma once

#include "conv_stage.cuh"

// A thread sums for so many weights of so many filters at once. Three are a row of the most usual kernel.
static const int CONV_TAPS = 3;
static const int CONV_FILTERS = 8;
// A row of results is cut into segments of up to so many; slices take turns with them.
static const int CONV_SEGMENT = 16;

typedef float ConvGradients[CONV_TAPS][CONV_FILTERS];

// From pixel to pixel: threads of a warp that are at different pixels should read different banks.
static __device__ __forceinline__ int conv_error_pitch(const ConvTile &tile) { return tile.outputs + 4; }

// Floats of all errors that are staged at once, which lie in front of the planes: [images, rows, columns, pitch].
static __device__ __forceinline__ int conv_patch_front(const ConvShape &s) {
    return s.weights.images * s.weights.rows * s.columns * conv_error_pitch(s.weights);
}

// What is staged: some channels, some filters, and some images or some rows of one.
struct ConvPatch {
    int channel, channels, filter, filters;
    int image, images, row, rows;
};

static __device__ void conv_stage_errors(float *to, const Layer &layer, float *workspace, const ConvPatch &patch) {
    const ConvShape &s = layer.conv;
    int pitch = conv_error_pitch(s.weights);
    int from = patch.row >> s.pooled, end = min(s.out_rows, (patch.row + patch.rows) >> s.pooled);
    for (int n = 0; n < patch.images; n++) {
        float *image = to + n * patch.rows * s.columns * pitch;
        conv_errors(layer, workspace)
            .each(s, (patch.image + n) * s.filters + patch.filter, patch.filters, from, end,
                  [&](int filter, int row, int column, float error) {
                      image[((row - patch.row) * s.columns + column) * pitch + filter] = error;
                  });
    }
}

static __device__ __forceinline__ int conv_lines(const ConvShape &s, const ConvPatch &patch) {
    return (patch.channels * s.kernel * s.kernel + CONV_TAPS - 1) / CONV_TAPS;
}

static __device__ __forceinline__ int conv_groups(const ConvPatch &patch) {
    return (patch.filters + CONV_FILTERS - 1) / CONV_FILTERS;
}

// What a thread sums: for taps `tap` to tap + 2 of the patch's channels and filters `filter` to filter + 7, one slice.
struct ConvShare {
    int tap, taps, filter, slice;

    // Filters come first: threads of a warp read the same elements, and errors side by side.
    __device__ __forceinline__ ConvShare(const ConvShape &s, const ConvPatch &patch, int item) {
        taps = patch.channels * s.kernel * s.kernel;
        int lines = conv_lines(s, patch), groups = conv_groups(patch);
        filter = item % groups * CONV_FILTERS;
        tap = item / groups % lines * CONV_TAPS;
        slice = item / groups / lines;
    }

    // From a pixel's place in the first plane to the element of tap number t. There may be fewer taps in the end.
    __device__ __forceinline__ int element(const ConvShape &s, int t) const {
        int mine = min(tap + t, taps - 1), within = mine % (s.kernel * s.kernel);
        return mine / (s.kernel * s.kernel) * s.weights.plane + within / s.kernel * s.weights.pitch + within % s.kernel;
    }
};

// Adds what `count` pixels side by side give, from planes[x] and errors[at] on. ROW: a pixel's elements are side by side, and so
// are those of the next pixel, so that each is read once.
template <bool ROW>
static __device__ __forceinline__ void conv_add_segment(const int (&elements)[CONV_TAPS], const float *planes, int x,
                                                        int step, const float *errors, int at, int pitch, int count,
                                                        ConvGradients &sums) {
    float element[CONV_TAPS];
#pragma unroll
    for (int t = 1; ROW && t < CONV_TAPS; t++) {
        element[t] = planes[x + elements[0] + t - 1];
    }
    for (int pixel = 0; pixel < count; pixel++, x += step, at += pitch) {
        float4 low = *(const float4 *)(errors + at), high = *(const float4 *)(errors + at + 4);
        float of[CONV_FILTERS] = {low.x, low.y, low.z, low.w, high.x, high.y, high.z, high.w};
#pragma unroll
        for (int t = 0; t < CONV_TAPS; t++) {
            if (ROW) {
                element[t] = t + 1 < CONV_TAPS ? element[t + 1] : planes[x + elements[0] + t];
            } else {
                element[t] = planes[x + elements[t]];
            }
#pragma unroll
            for (int f = 0; f < CONV_FILTERS; f++) {
                sums[t][f] = fmaf(element[t], of[f], sums[t][f]);
            }
        }
    }
}

// Adds a share's segments of what is staged.
template <bool ROW>
static __device__ __forceinline__ void conv_add_patch(const ConvShape &s, const ConvPatch &patch, const ConvShare &share,
                                                      const float *errors, const float *planes, ConvGradients &sums) {
    int elements[CONV_TAPS];
#pragma unroll
    for (int t = 0; t < CONV_TAPS; t++) {
        elements[t] = share.element(s, t);
    }
    int pitch = conv_error_pitch(s.weights), parts = (s.columns + CONV_SEGMENT - 1) / CONV_SEGMENT;
    int length = (s.columns + parts - 1) / parts, count = patch.images * patch.rows * parts;
    int before = (patch.image * s.rows + patch.row) * parts;
    for (int i = (share.slice + s.slices - before % s.slices) % s.slices; i < count; i += s.slices) {
        int line = i / parts, column = i % parts * length;
        int image = line / patch.rows * s.weights.inputs * s.weights.plane;
        int x = image + (line % patch.rows * s.weights.pitch + column) * s.stride;
        conv_add_segment<ROW>(elements, planes, x, s.stride, errors, (line * s.columns + column) * pitch + share.filter,
                              pitch, min(length, s.columns - column), sums);
    }
}

// Brings everything for a patch to fast memory.
static __device__ void conv_stage_patch(float *errors, const Layer &layer, float *workspace, const ConvPatch &patch) {
    const ConvShape &s = layer.conv;
    int front = conv_patch_front(s);
    const float *x = workspace + layer.x + (patch.image * s.channels + patch.channel) * s.height * s.width;
    __syncthreads();
    conv_clear(errors, front);
    // There are several images only with all channels, so that planes follow each other.
    conv_stage_planes(errors + front, s.weights, x, patch.images * patch.channels, s.height, s.width,
                      patch.row * s.stride - s.padding, -s.padding);
    __syncthreads();
    conv_stage_errors(errors, layer, workspace, patch);
    __syncthreads();
}

static __device__ __forceinline__ void conv_store_weights(const ConvShape &s, const ConvPatch &patch,
                                                          const ConvShare &share, const ConvGradients &sums, float *out) {
    int taps = s.kernel * s.kernel, first = (share.slice * s.channels + patch.channel) * taps + share.tap;
    float *to = out + first * s.filters + patch.filter + share.filter;
#pragma unroll
    for (int t = 0; t < CONV_TAPS; t++) {
#pragma unroll
        for (int f = 0; f < CONV_FILTERS; f++) {
            if (share.tap + t < share.taps && share.filter + f < patch.filters) {
                to[t * s.filters + f] = sums[t][f];
            }
        }
    }
}

// Gradients of the patch's channels and filters, in every slice.
template <bool SHARED>
static __device__ void conv_weights_of(const Layer &layer, float *workspace, ConvPatch patch, float *out, int batch) {
    const ConvShape &s = layer.conv;
    int items = s.slices * conv_lines(s, patch) * conv_groups(patch);
    for (int first = 0; first < items; first += blockDim.x) {
        int item = first + threadIdx.x;
        ConvGradients sums = {};
        for (patch.image = 0; patch.image < batch; patch.image += s.weights.images) {
            patch.images = min(s.weights.images, batch - patch.image);
            for (patch.row = 0; patch.row < s.rows; patch.row += s.weights.rows) {
                patch.rows = min(s.weights.rows, s.rows - patch.row);
                float *staged = conv_place<SHARED>(s.weights, workspace);
                conv_stage_patch(staged, layer, workspace, patch);
                if (item >= items) {
                    continue;
                }
                ConvShare share(s, patch, item);
                if (SHARED && s.kernel == CONV_TAPS && s.stride == 1) {
                    conv_add_patch<true>(s, patch, share, staged, staged + conv_patch_front(s), sums);
                } else {
                    conv_add_patch<false>(s, patch, share, staged, staged + conv_patch_front(s), sums);
                }
            }
        }
        if (item < items) {
            conv_store_weights(s, patch, ConvShare(s, patch, item), sums, out);
        }
    }
}

// sums[i] = parts[i] + parts[i + size] + ..., in this order.
static __device__ __forceinline__ void conv_add_parts(const float *parts, int count, int size, float *sums) {
    for (int i = threadIdx.x; i < size; i += blockDim.x) {
        float sum = 0;
        for (int part = 0; part < count; part++) {
            sum += parts[part * size + i];
        }
        sums[i] = sum;
    }
    __syncthreads();
}

template <bool SHARED>
static __device__ void conv_weight_gradients(const Layer &layer, float *workspace, float *gradients, int batch) {
    const ConvShape &s = layer.conv;
    float *out = s.slices > 1 ? workspace + s.partial : gradients;
    for (int channel = 0; channel < s.channels; channel += s.weights.inputs) {
        for (int filter = 0; filter < s.filters; filter += s.weights.outputs) {
            ConvPatch patch = {channel, min(s.weights.inputs, s.channels - channel), filter,
                               min(s.weights.outputs, s.filters - filter)};
            conv_weights_of<SHARED>(layer, workspace, patch, out, batch);
        }
    }
    __syncthreads();
    if (s.slices > 1) {
        conv_add_parts(out, s.slices, s.channels * s.kernel * s.kernel * s.filters, gradients);
    }
}

// Image by image, then these sums in order. A maximum has its gradient wherever it is.
static __device__ void conv_bias_gradients(const Layer &layer, float *workspace, float *gradients, int batch) {
    const ConvShape &s = layer.conv;
    ConvErrors errors = conv_errors(layer, workspace);
    float *partial = workspace + s.partial;
    int pixels = s.out_rows * s.out_columns;
    for (int plane = threadIdx.x; plane < batch * s.filters; plane += blockDim.x) {
        float sum = 0;
        for (int i = plane * pixels; i < (plane + 1) * pixels; i++) {
            sum += !s.relu || errors.y[i] > 0 ? errors.dy[i] : 0;
        }
        partial[plane] = sum;
    }
    __syncthreads();
    conv_add_parts(partial, batch, s.filters, gradients + s.channels * s.kernel * s.kernel * s.filters);
}
