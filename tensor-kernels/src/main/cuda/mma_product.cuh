// Products of matrices by the tensor cores of one block, whose threads are whole warps. Factors are rounded to bf16 as they are
// read. Each element of the result is one warp's, which adds 16 products at a time in the order of their depth, so that its bits
// depend on neither the number of warps nor anything beside its row and column.
#pragma once

#include "mma.cuh"
#include "product.cuh"

// Elements k and k + 1 of a line, of which there are `depth`; 0 for others.
static __device__ __forceinline__ unsigned mma_read(const float *at, const Factor &f, int line, int k, int depth) {
    int first = line * f.line + k * f.inner;
    return bf16_pair(k < depth ? at[first] : 0, k + 1 < depth ? at[first + f.inner] : 0);
}

// What a warp computes at once, so that it reads less often: 32 rows and 16 columns.
static const int MMA_DOWN = 2, MMA_ACROSS = 2;

// So many of the result from `row` and `column` on.
template <class Store>
static __device__ __forceinline__ void mma_tile(int rows, int columns, int outer, int inner, const Factor &a,
                                                const Factor &b, int row, int column, Store store) {
    row += mma_line();
    int line = column + mma_line(), pair = mma_pair();
    MmaC c[MMA_DOWN][MMA_ACROSS] = {};
#pragma unroll 1
    for (int o = 0; o < outer; o++) {
        const float *a_at = a.at + o * a.outer, *b_at = b.at + o * b.outer;
#pragma unroll 1
        for (int begin = 0; begin < inner; begin += MMA_DEPTH) {
            int k = begin + pair;
            MmaB second[MMA_ACROSS];
#pragma unroll
            for (int x = 0; x < MMA_ACROSS; x++) {
                int at = line + x * MMA_COLUMNS, depth = at < columns ? inner : 0;
                second[x] = {{mma_read(b_at, b, at, k, depth), mma_read(b_at, b, at, k + 8, depth)}};
            }
#pragma unroll
            for (int d = 0; d < MMA_DOWN; d++) {
                int at = row + d * MMA_ROWS, depth = at < rows ? inner : 0, under = at + 8 < rows ? inner : 0;
                MmaA first = {{mma_read(a_at, a, at, k, depth), mma_read(a_at, a, at + 8, k, under),
                               mma_read(a_at, a, at, k + 8, depth), mma_read(a_at, a, at + 8, k + 8, under)}};
#pragma unroll
                for (int x = 0; x < MMA_ACROSS; x++) {
                    mma(c[d][x], first, second[x]);
                }
            }
        }
    }
#pragma unroll
    for (int i = 0; i < MMA_DOWN * MMA_ACROSS * 4; i++) {
        int d = i / (MMA_ACROSS * 4), x = i / 4 % MMA_ACROSS, part = i % 4;
        int r = row + d * MMA_ROWS + part / 2 * 8, across = column + x * MMA_COLUMNS + pair + part % 2;
        if (r < rows && across < columns) {
            store(r, across, c[d][x].of[part]);
        }
    }
    __syncwarp();
}

static __device__ __forceinline__ int mma_padded(int depth) { return (depth + MMA_DEPTH - 1) / MMA_DEPTH * MMA_DEPTH; }

// As multiply() in product.cuh, but for the rounding and the order of sums: that of depth which leaves the fewest zeros to be
// added.
template <class Store>
static __device__ void mma_multiply(int rows, int columns, int outer, int inner, Factor a, Factor b, Store store) {
    if (inner * mma_padded(outer) < outer * mma_padded(inner)) {
        int turned = outer;
        outer = inner;
        inner = turned;
        a = {a.at, a.line, a.inner, a.outer};
        b = {b.at, b.line, b.inner, b.outer};
    }
    const int height = MMA_DOWN * MMA_ROWS, width = MMA_ACROSS * MMA_COLUMNS;
    int across = (columns + width - 1) / width, tiles = (rows + height - 1) / height * across;
    for (int i = threadIdx.x / warpSize; i < tiles; i += blockDim.x / warpSize) {
        mma_tile(rows, columns, outer, inner, a, b, i / across * height, i % across * width, store);
    }
}

// out[column] = the sum over o < outer and k < inner of b(column; o, k).
static __device__ void sum_lines(int columns, int outer, int inner, Factor b, float *out) {
    for (int column = threadIdx.x; column < columns; column += blockDim.x) {
        float sum = 0;
        for (int o = 0; o < outer; o++) {
            float part = 0;
            for (int k = 0; k < inner; k++) {
                part += b.at[column * b.line + o * b.outer + k * b.inner];
            }
            sum += part;
        }
        out[column] = sum;
    }
}
