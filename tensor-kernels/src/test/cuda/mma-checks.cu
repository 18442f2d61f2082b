// One product of the tensor cores, and the rounding of its factors.
#include "mma.cuh"

struct ProductArguments {
    const float *a, *b;  // [16, 16], [16, 8]
    float *c;            // [16, 8], added to
};

static __device__ unsigned two(const float *a, int row, int column) {
    return bf16_pair(a[row * 16 + column], a[row * 16 + column + 1]);
}

extern "C" __global__ void add_product(const ProductArguments p) {
    int g = mma_line(), m = mma_pair();
    MmaA a = {{two(p.a, g, m), two(p.a, g + 8, m), two(p.a, g, m + 8), two(p.a, g + 8, m + 8)}};
    MmaB b;
    for (int i = 0; i < 2; i++) {
        const float *column = p.b + (m + 8 * i) * 8 + g;
        b.of[i] = bf16_pair(column[0], column[8]);
    }
    float *places[] = {p.c + g * 8 + m, p.c + g * 8 + m + 1, p.c + (g + 8) * 8 + m, p.c + (g + 8) * 8 + m + 1};
    MmaC c;
    for (int i = 0; i < 4; i++) {
        c.of[i] = *places[i];
    }
    mma(c, a, b);
    for (int i = 0; i < 4; i++) {
        *places[i] = c.of[i];
    }
}

struct RoundingArguments {
    const float *values;
    unsigned *pairs;  // of each value, low, and the one after it
    int count;
};

extern "C" __global__ void round_pairs(const RoundingArguments r) {
    for (int i = threadIdx.x; i < r.count - 1; i += blockDim.x) {
        r.pairs[i] = bf16_pair(r.values[i], r.values[i + 1]);
    }
}
