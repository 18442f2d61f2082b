// Sums over many elements in an order that depends on neither threads nor blocks: a fixed number of partial sums, each in
// order, then these in order.
#pragma once

static const int PARTIAL_SUMS = 128;

// The sum of term(0) to term(count - 1), in every thread. All threads of the block come here.
template <class Term>
static __device__ double block_sum(int count, Term term) {
    __shared__ double partial[PARTIAL_SUMS + 1];
    for (int p = threadIdx.x; p < PARTIAL_SUMS; p += blockDim.x) {
        double sum = 0;
        for (int i = p; i < count; i += PARTIAL_SUMS) {
            sum += term(i);
        }
        partial[p] = sum;
    }
    __syncthreads();
    if (threadIdx.x == 0) {
        double sum = 0;
        for (int p = 0; p < PARTIAL_SUMS; p++) {
            sum += partial[p];
        }
        partial[PARTIAL_SUMS] = sum;
    }
    __syncthreads();
    double total = partial[PARTIAL_SUMS];
    __syncthreads();
    return total;
}
