// Maximum over windows; of equal values the first in row-major order counts.
#include "blocks.cuh"

// x is [planes, height, width]; to is y [planes, outHeight, outWidth], or dx of the shape of x with dy of that of y.
struct Pooling {
    const float *x;
    const float *dy;
    float *to;
    int planes;
    int height;
    int width;
    int outHeight;
    int outWidth;
    int size;
    int stride;
};

// Position in x of the first largest value of a window.
static __device__ __forceinline__ long long largest(const Pooling *p, int plane, int outRow, int outColumn) {
    long long corner = ((long long)plane * p->height + outRow * p->stride) * p->width + outColumn * p->stride;
    long long best = corner;
    for (int row = 0; row < p->size; row++) {
        for (int column = 0; column < p->size; column++) {
            long long at = corner + (long long)row * p->width + column;
            best = p->x[at] > p->x[best] ? at : best;
        }
    }
    return best;
}

// One thread for each element of y.
extern "C" __global__ void max_pool(Pooling p) {
    int i = blockIdx.x * THREADS + threadIdx.x;
    if (i < p.planes * p.outHeight * p.outWidth) {
        int plane = i / (p.outHeight * p.outWidth);
        p.to[i] = p.x[largest(&p, plane, i / p.outWidth % p.outHeight, i % p.outWidth)];
    }
}

// First window along an axis that covers a position.
static __device__ __forceinline__ int first_window(int position, int size, int stride) {
    return position < size ? 0 : (position - size) / stride + 1;
}

// One thread for each element of x: it collects from the windows that cover it, in order.
extern "C" __global__ void max_pool_gradient(Pooling p) {
    int i = blockIdx.x * THREADS + threadIdx.x;
    if (i >= p.planes * p.height * p.width) {
        return;
    }
    int plane = i / (p.height * p.width);
    int row = i / p.width % p.height;
    int column = i % p.width;
    float sum = 0;
    for (int r = first_window(row, p.size, p.stride); r < p.outHeight && r * p.stride <= row; r++) {
        for (int c = first_window(column, p.size, p.stride); c < p.outWidth && c * p.stride <= column; c++) {
            if (largest(&p, plane, r, c) == i) {
                sum += p.dy[(plane * p.outHeight + r) * p.outWidth + c];
            }
        }
    }
    p.to[i] = sum;
}
