// What convolutions bring to fast memory: planes with zeros around them, and gradients of their results.
#pragma once

#include "box_walk.cuh"
#include "lane.cuh"
#include "shared.cuh"

// Where a tile lies. The compiler has to know whether that is shared memory, which is read by other instructions.
template <bool SHARED>
static __device__ __forceinline__ float *conv_place(const ConvTile &tile, float *workspace) {
    return SHARED ? block_shared() : workspace + tile.place;
}

static __device__ __forceinline__ int conv_even(int count) { return (count + 1) / 2 * 2; }

// `to` is aligned for writing four at once, and has room for a multiple of four.
static __device__ __forceinline__ void conv_clear(float *to, int count) {
    for (int i = threadIdx.x; i < (count + 3) / 4; i += blockDim.x) {
        ((float4 *)to)[i] = {};
    }
}

// Planes of several images that lie one after the other. With all inputs, images follow each other without a gap, and are staged
// as if they were one.
struct ConvRuns {
    int count, planes;

    __device__ __forceinline__ ConvRuns(int images, int inputs, int all)
        : count(inputs == all ? 1 : images), planes(inputs == all ? images * inputs : inputs) {}
};

// So many elements are read before the first of them is written: a thread waits once for all of them.
static const int CONV_AHEAD = 4;

// Parts of `count` planes [height, width] from x on, with zeros where they go beyond: row 0 is row `top`, column 0 is `left`.
static __device__ void conv_stage_planes(float *to, const ConvTile &tile, const float *x, int count, int height, int width,
                                         int top, int left) {
    for (BoxWalk at(tile.height, tile.pitch); at.plane < count;) {
        float elements[CONV_AHEAD];
        int places[CONV_AHEAD];
#pragma unroll
        for (int i = 0; i < CONV_AHEAD; i++, at.next()) {
            int r = at.row + top, q = at.column + left;
            bool inside = at.plane < count && r >= 0 && r < height && q >= 0 && q < width;
            elements[i] = inside ? x[(at.plane * height + r) * width + q] : 0;
            places[i] = at.plane < count ? at.plane * tile.plane + at.row * tile.pitch + at.column : -1;
        }
#pragma unroll
        for (int i = 0; i < CONV_AHEAD; i++) {
            if (places[i] >= 0) {
                to[places[i]] = elements[i];
            }
        }
    }
}

// Gradients of a convolution's own results, from those of what came out after ReLU and maximum.
struct ConvErrors {
    const float *y, *dy;
    const unsigned char *places;  // of each maximum in its window

    // put(plane, row, column, gradient) for what comes from rows [from, to) of y, of `count` planes from `first` on. All others
    // are 0.
    template <class Put>
    __device__ __forceinline__ void each(const ConvShape &s, int first, int count, int from, int to, Put put) const {
        if (from >= to) {
            return;
        }
        for (BoxWalk at(to - from, s.out_columns); at.plane < count;) {
            float elements[CONV_AHEAD];
            int planes[CONV_AHEAD], rows[CONV_AHEAD], columns[CONV_AHEAD];
#pragma unroll
            for (int i = 0; i < CONV_AHEAD; i++, at.next()) {
                planes[i] = at.plane;
                rows[i] = from + at.row;
                columns[i] = at.column;
                if (at.plane < count) {
                    int index = ((first + at.plane) * s.out_rows + rows[i]) * s.out_columns + at.column;
                    elements[i] = !s.relu || y[index] > 0 ? dy[index] : 0;
                    int place = s.pooled ? places[index] : 0;
                    rows[i] = (rows[i] << s.pooled) + place / 2;
                    columns[i] = (columns[i] << s.pooled) + place % 2;
                }
            }
#pragma unroll
            for (int i = 0; i < CONV_AHEAD; i++) {
                if (planes[i] < count) {
                    put(planes[i], rows[i], columns[i], elements[i]);
                }
            }
        }
    }
};

static __device__ __forceinline__ ConvErrors conv_errors(const Layer &layer, float *workspace) {
    return {workspace + layer.y, workspace + layer.dy, (const unsigned char *)(workspace + layer.scratch)};
}
