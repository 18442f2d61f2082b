// Products of matrices by one block. Each element of the result is one thread's, summed in order, so that its bits depend on
// neither the number of threads nor anything beside its row and column.
#pragma once

// A factor's line i (a row of the first, a column of the second) at depth (o, k) is at[i * line + o * outer + k * inner].
struct Factor {
    const float *at;
    int line, outer, inner;
};

// Rows that a thread computes at once, so that it reads the second factor that many times less often.
static const int TILE = 4;

// store(row, column, sum over o < outer and k < inner of a(row; o, k) * b(column; o, k)). Sums over k come first.
template <class Store>
static __device__ void multiply(int rows, int columns, int outer, int inner, Factor a, Factor b, Store store) {
    int tiles = (rows + TILE - 1) / TILE;
    for (int i = threadIdx.x; i < tiles * columns; i += blockDim.x) {
        int row = i / columns * TILE, column = i % columns;
        const float *lines[TILE];
        float sums[TILE];
#pragma unroll
        for (int r = 0; r < TILE; r++) {
            lines[r] = a.at + min(row + r, rows - 1) * a.line;
            sums[r] = 0;
        }
        for (int o = 0; o < outer; o++) {
            const float *second = b.at + column * b.line + o * b.outer;
            float parts[TILE] = {};
            for (int k = 0; k < inner; k++) {
                float factor = second[k * b.inner];
#pragma unroll
                for (int r = 0; r < TILE; r++) {
                    parts[r] = fmaf(lines[r][o * a.outer + k * a.inner], factor, parts[r]);
                }
            }
#pragma unroll
            for (int r = 0; r < TILE; r++) {
                sums[r] += parts[r];
            }
        }
#pragma unroll
        for (int r = 0; r < TILE; r++) {
            if (row + r < rows) {
                store(row + r, column, sums[r]);
            }
        }
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
