// Products of matrices by one block. The block computes panel after panel of the result; each thread owns a tile of the panel
// and keeps its sums in registers over all of the depth, of which strips of both factors are brought to shared memory one
// after the other. An element's products are added in the order of the depth whatever the panels and strips, so that its bits
// depend on neither the number of threads, nor the room in shared memory, nor anything beside its row and column.
#pragma once

#include "product_stage.cuh"

// Rows and columns of a tile. A thread reads 8 elements for 16 products.
static const int TILE = 4;

struct ProductShape {
    int rows, columns, outer, inner;
};

// `count` things in parts of up to `most`: how many are in each, when parts are about equal.
static __device__ __forceinline__ int equal_parts(int count, int most) {
    int parts = (count + most - 1) / most;
    return (count + parts - 1) / parts;
}

// How a result is divided: panels of high x wide tiles, of which each thread has one, and strips of so many depths. It is kept in
// shared memory, since registers are for sums.
struct Panels {
    ProductShape shape;
    int high, wide, depths;
    int first_pitch, second_pitch;

    // As square as is possible, since panels read rows + columns. No depths where not even one fits.
    __device__ __forceinline__ void divide(const ProductShape &s, int room) {
        shape = s;
        int tall = (s.rows + TILE - 1) / TILE, threads = blockDim.x;
        high = equal_parts(tall, min(16, threads));
        wide = equal_parts((s.columns + TILE - 1) / TILE, threads / high);
        high = equal_parts(tall, threads / wide);
        first_pitch = strip_pitch(high * TILE);
        second_pitch = strip_pitch(wide * TILE);
        int most = room / (first_pitch + second_pitch);
        depths = most > 0 ? equal_parts(s.outer * s.inner, most) : 0;
    }
};

// A thread's tile of sums: of everything, and over k since o last changed.
struct Tile {
    float sums[TILE][TILE] = {};
    float parts[TILE][TILE] = {};
    int left;  // depths until o changes

    __device__ __forceinline__ void end_part(int inner) {
        left = inner;
#pragma unroll
        for (int r = 0; r < TILE; r++) {
#pragma unroll
            for (int c = 0; c < TILE; c++) {
                sums[r][c] += parts[r][c];
                parts[r][c] = 0;
            }
        }
    }

    __device__ __forceinline__ void add(const float *first, const float *second) {
        StagedLines a = *(const StagedLines *)first;
        StagedLines b = *(const StagedLines *)second;
#pragma unroll
        for (int r = 0; r < TILE; r++) {
#pragma unroll
            for (int c = 0; c < TILE; c++) {
                parts[r][c] = fmaf(a.of[r], b.of[c], parts[r][c]);
            }
        }
    }

    // The products of a strip.
    __device__ __forceinline__ void add(const float *first, const float *second, const Panels &panels, int depths,
                                        int inner) {
        while (depths > 0) {
            int count = min(depths, left);
            for (int k = 0; k < count; k++, first += panels.first_pitch, second += panels.second_pitch) {
                add(first, second);
            }
            depths -= count;
            left -= count;
            if (left == 0) {
                end_part(inner);
            }
        }
    }

    template <class Store>
    __device__ __forceinline__ void put(const ProductShape &s, int row, int column, Store store) const {
#pragma unroll
        for (int r = 0; r < TILE; r++) {
#pragma unroll
            for (int c = 0; c < TILE; c++) {
                if (row + r < s.rows && column + c < s.columns) {
                    store(row + r, column + c, sums[r][c]);
                }
            }
        }
    }
};

template <class First, class Second, class Store>
static __device__ __forceinline__ void multiply_panel(const Panels &panels, const First &a, const Second &b, Store store,
                                                      int row, int column) {
    const ProductShape &s = panels.shape;
    int rows = panels.high * TILE, columns = panels.wide * TILE;
    float *first = block_shared(), *second = first + panels.depths * panels.first_pitch;
    int my_row = threadIdx.x / panels.wide * TILE, my_column = threadIdx.x % panels.wide * TILE;
    bool mine = my_row < rows && row + my_row < s.rows;
    Tile tile;
    tile.left = s.inner;
#pragma unroll 1
    for (int from = 0; from < s.outer * s.inner; from += panels.depths) {
        int depths = min(panels.depths, s.outer * s.inner - from);
        __syncthreads();
        stage_strip(a, {row, min(rows, s.rows - row), rows, from, depths, s.inner}, first, panels.first_pitch);
        stage_strip(b, {column, min(columns, s.columns - column), columns, from, depths, s.inner}, second,
                    panels.second_pitch);
        __syncthreads();
        if (mine) {
            tile.add(first + my_row, second + my_column, panels, depths, s.inner);
        }
    }
    if (mine) {
        tile.put(s, row + my_row, column + my_column, store);
    }
}

// Without shared memory, where there is no room for the least.
template <class First, class Second, class Store>
static __device__ __forceinline__ void multiply_unstaged(const ProductShape &s, const First &a, const Second &b,
                                                         Store store) {
    for (int i = threadIdx.x; i < s.rows * s.columns; i += blockDim.x) {
        int row = i / s.columns, column = i % s.columns;
        float sum = 0;
        for (int o = 0; o < s.outer; o++) {
            float part = 0;
            for (int k = 0; k < s.inner; k++) {
                part = fmaf(a.element(row, o, k), b.element(column, o, k), part);
            }
            sum += part;
        }
        store(row, column, sum);
    }
}

// store(row, column, sum over o < outer and k < inner of a(row; o, k) * b(column; o, k)). Sums over k come first. room: floats of
// dynamic shared memory. All threads of the block come here.
template <class First, class Second, class Store>
static __device__ void multiply(const ProductShape &s, const First &a, const Second &b, int room, Store store) {
    __shared__ Panels panels;
    __syncthreads();
    if (threadIdx.x == 0) {
        panels.divide(s, room);
    }
    __syncthreads();
    if (panels.depths == 0) {
        return multiply_unstaged(panels.shape, a, b, store);
    }
#pragma unroll 1
    for (int row = 0; row < panels.shape.rows; row += panels.high * TILE) {
#pragma unroll 1
        for (int column = 0; column < panels.shape.columns; column += panels.wide * TILE) {
            multiply_panel(panels, a, b, store, row, column);
        }
    }
}
