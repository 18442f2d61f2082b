// The walk of an LSTM through time for small H, from on-chip memory alone but for what the way back needs: shared memory holds
// R and what a step hands to the next, registers the cells. Each thread owns a unit of ROWS examples at every step, so that a
// weight that it reads serves them all. Every sum has the order of the general walk, and so the same bits.
#pragma once

#include "lstm_unit.cuh"
#include "shared.cuh"

// Twice as many would not fit in registers, if two blocks are to share a multiprocessor.
static const int LSTM_MOST_ROWS = 8;

// One unit's elements of consecutive examples, which a thread reads and writes at once.
template <int ROWS>
struct alignas(ROWS < 4 ? ROWS * 4 : 16) LstmRows {
    float of[ROWS];
};

// Between columns [N] in shared memory: an odd number of quadruples, so that those of units side by side lie in other banks.
static __device__ __host__ __forceinline__ int lstm_stride(int batch, int rows) {
    int padded = (batch + rows - 1) / rows * rows;
    return ((padded + 3) / 4 | 1) * 4;
}

// Examples of each thread: the fewest with which `threads` own all units of all examples. 0, for the general walk, when even
// the most are too few, or when R and so many columns do not fit in `room` floats.
static __device__ __host__ __forceinline__ int lstm_rows(int batch, int hidden, int columns, int threads, int room) {
    for (int rows = 2; rows <= LSTM_MOST_ROWS; rows *= 2) {
        if ((batch + rows - 1) / rows * hidden <= threads) {
            return 4 * hidden * hidden + columns * lstm_stride(batch, rows) <= room ? rows : 0;
        }
    }
    return 0;
}

static __device__ __forceinline__ int lstm_forward_columns(int hidden) { return 2 * hidden; }

static __device__ __forceinline__ int lstm_backward_columns(int hidden) { return 4 * hidden; }

// weights [H, H] by the unit that gives and the one that gets; columns h [H] of the step before.
template <int ROWS>
static __device__ __forceinline__ void lstm_add_before(const float4 *weights, const float *h, int hidden, int stride,
                                                       float4 (&z)[ROWS]) {
    for (int k = 0; k < hidden; k++) {
        float4 weight = weights[k * hidden];
        LstmRows<ROWS> rows = *(const LstmRows<ROWS> *)(h + k * stride);
#pragma unroll
        for (int r = 0; r < ROWS; r++) {
            lstm_add(z[r], rows.of[r], weight);
        }
    }
}

// A thread's examples from `begin` on: reads h of the step before, and writes what becomes of it.
template <int ROWS>
static __device__ __forceinline__ void lstm_forward_rows(const LstmWalk &walk, int step, int begin, const float4 *weights,
                                                         const float *before, float *now, float (&c)[ROWS]) {
    int hidden = walk.shape.hidden, stride = lstm_stride(walk.batch, ROWS), j = threadIdx.x % hidden;
    float4 z[ROWS] = {};
    LstmRows<ROWS> h = {};
#pragma unroll
    for (int r = 0; r < ROWS; r++) {
        if (begin + r < walk.batch) {
            z[r] = lstm_sums(walk, lstm_unit(walk, begin + r, j, step));
        }
    }
    if (step > 0) {
        lstm_add_before<ROWS>(weights + j, before + begin, hidden, stride, z);
    }
#pragma unroll
    for (int r = 0; r < ROWS; r++) {
        if (begin + r < walk.batch) {
            LstmUnit unit = lstm_unit(walk, begin + r, j, step);
            h.of[r] = lstm_unit_forward(walk, unit, z[r], c[r]);
        }
    }
    *(LstmRows<ROWS> *)(now + j * stride + begin) = h;
}

// Forward, from z in state.gates. h has two buffers, so that one barrier a step is enough.
template <int ROWS>
static __device__ void lstm_onchip_forward(const LstmWalk &walk) {
    int hidden = walk.shape.hidden, size = hidden * lstm_stride(walk.batch, ROWS), begin = threadIdx.x / hidden * ROWS;
    float *weights = block_shared(), *buffers = weights + 4 * hidden * hidden;
    lstm_interleave(walk.recurrent, hidden, weights);
    float c[ROWS] = {};
    for (int step = 0; step < walk.shape.steps; step++) {
        float *before = buffers + (step + 1) % 2 * size, *now = buffers + step % 2 * size;
        if (begin < walk.batch) {
            lstm_forward_rows<ROWS>(walk, step, begin, (const float4 *)weights, before, now, c);
        }
        __syncthreads();
    }
}

// weights [4H, H], columns dz [4H] of the step after.
template <int ROWS>
static __device__ __forceinline__ void lstm_add_after(const float *weights, const float *dz, int hidden, int stride,
                                                      float (&dh)[ROWS]) {
    for (int gate = 0; gate < 4 * hidden; gate++) {
        float weight = weights[gate * hidden];
        LstmRows<ROWS> rows = *(const LstmRows<ROWS> *)(dz + gate * stride);
#pragma unroll
        for (int r = 0; r < ROWS; r++) {
            dh[r] = fmaf(rows.of[r], weight, dh[r]);
        }
    }
}

// A thread's examples from `begin` on: writes dz [4H] columns for the step before.
template <int ROWS>
static __device__ __forceinline__ void lstm_backward_rows(const LstmWalk &walk, int step, int begin, float *now,
                                                          const float (&dh)[ROWS], float (&dc)[ROWS]) {
    int hidden = walk.shape.hidden, stride = lstm_stride(walk.batch, ROWS), j = threadIdx.x % hidden;
    LstmRows<ROWS> dz[4] = {};
#pragma unroll
    for (int r = 0; r < ROWS; r++) {
        if (begin + r < walk.batch) {
            LstmUnit unit = lstm_unit(walk, begin + r, j, step);
            float4 d = lstm_unit_backward(walk, unit, step == 0, dh[r], dc[r]);
            dz[0].of[r] = d.x;
            dz[1].of[r] = d.y;
            dz[2].of[r] = d.z;
            dz[3].of[r] = d.w;
        }
    }
#pragma unroll
    for (int gate = 0; gate < 4; gate++) {
        *(LstmRows<ROWS> *)(now + (gate * hidden + j) * stride + begin) = dz[gate];
    }
}

// Back: the gates become the gradients of their sums. dz, four times as large as h, has one buffer; so a step has two barriers.
template <int ROWS>
static __device__ void lstm_onchip_backward(const LstmWalk &walk) {
    int hidden = walk.shape.hidden, stride = lstm_stride(walk.batch, ROWS), last = walk.shape.steps - 1;
    int j = threadIdx.x % hidden, begin = threadIdx.x / hidden * ROWS;
    float *weights = block_shared(), *buffer = weights + 4 * hidden * hidden;
    lstm_turn(walk.recurrent, hidden, weights);
    float dc[ROWS] = {};
    for (int step = last; step >= 0; step--) {
        float dh[ROWS] = {};
        if (begin < walk.batch && step < last) {
            lstm_add_after<ROWS>(weights + j, buffer + begin, hidden, stride, dh);
        }
        __syncthreads();
        if (begin < walk.batch) {
            lstm_backward_rows<ROWS>(walk, step, begin, buffer, dh, dc);
        }
        __syncthreads();
    }
}
