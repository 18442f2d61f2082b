// Matrix products of dense layers, in single precision with fused multiply-add.
#include "blocks.cuh"

#define TILE 16
// Terms that are added in order before their sum is added to the others.
#define SLICE 128

// C = A B + bias; C is [rows, columns], A[r, k] at r aRow + k aDepth, B[k, c] at k bDepth + c bColumn, bias may be null.
struct Product {
    const float *a;
    const float *b;
    const float *bias;
    float *c;
    int rows;
    int columns;
    int depth;
    int aRow;
    int aDepth;
    int bDepth;
    int bColumn;
};

// One block computes a tile of 16 by 16. Every element of C is summed in the same order whatever the size of C.
extern "C" __global__ void product(Product p) {
    __shared__ float a[TILE][TILE + 1];
    __shared__ float b[TILE][TILE + 1];
    int tilesAcross = (p.columns + TILE - 1) / TILE;
    int y = threadIdx.x / TILE;
    int x = threadIdx.x % TILE;
    int row = blockIdx.x / tilesAcross * TILE + y;
    int column = blockIdx.x % tilesAcross * TILE + x;
    float total = 0;
    float slice = 0;
    for (int begin = 0; begin < p.depth; begin += TILE) {
        int aAt = begin + x;
        int bAt = begin + y;
        a[y][x] = row < p.rows && aAt < p.depth ? p.a[(long long)row * p.aRow + (long long)aAt * p.aDepth] : 0;
        b[y][x] = column < p.columns && bAt < p.depth ? p.b[(long long)bAt * p.bDepth + (long long)column * p.bColumn] : 0;
        __syncthreads();
        for (int k = 0; k < TILE; k++) {
            slice = fmaf(a[y][k], b[k][x], slice);
        }
        __syncthreads();
        if ((begin + TILE) % SLICE == 0) {
            total += slice;
            slice = 0;
        }
    }
    if (row < p.rows && column < p.columns) {
        float bias = p.bias ? p.bias[column] : 0;
        p.c[(long long)row * p.columns + column] = total + slice + bias;
    }
}

// sums[c] = sum over r of values[r, c].
struct ColumnSums {
    const float *values;
    float *sums;
    int rows;
    int columns;
};

// One block for each 16 columns, whose rows 16 threads share.
extern "C" __global__ void column_sums(ColumnSums p) {
    __shared__ double parts[THREADS];
    int y = threadIdx.x / TILE;
    int column = blockIdx.x * TILE + threadIdx.x % TILE;
    double sum = 0;
    for (int row = y; row < p.rows && column < p.columns; row += TILE) {
        sum += p.values[(long long)row * p.columns + column];
    }
    parts[threadIdx.x] = sum;
    for (int half = TILE / 2; half > 0; half /= 2) {
        __syncthreads();
        if (y < half) {
            parts[threadIdx.x] += parts[threadIdx.x + half * TILE];
        }
    }
    if (y == 0 && column < p.columns) {
        p.sums[column] = (float)parts[threadIdx.x];
    }
}
