// One level of an LSTM, for any size, direction after direction:
//   z = x U + h' R + b;  i, f, o = sigmoid(z), g = tanh(z);  c = f c' + i g;  h = o tanh(c)
// with h' and c' of the step before, 0 at first. Time runs backwards in the second direction.
#pragma once

#include "lstm_onchip.cuh"
#include "lstm_unit.cuh"
#include "product.cuh"
#include "shared.cuh"

// R as the general walk back reads it: line j, depth gate. It is copied to shared memory when there is room: all steps read
// all of it.
static __device__ Factor lstm_recurrent(const float *recurrent, int hidden, int room, bool turned) {
    int gates = 4 * hidden, count = hidden * gates;
    if (count > room) {
        return {recurrent, gates, 0, 1};
    }
    float *shared = block_shared();
    if (turned) {
        lstm_turn(recurrent, hidden, shared);
        return {shared, 1, 0, hidden};
    }
    for (int i = threadIdx.x; i < count; i += blockDim.x) {
        shared[i] = recurrent[i];
    }
    __syncthreads();
    return {shared, gates, 0, 1};
}

static __device__ void lstm_forward_step(const LstmWalk &walk, const float *recurrent, int step) {
    int hidden = walk.shape.hidden;
    for (int i = threadIdx.x; i < walk.batch * hidden; i += blockDim.x) {
        LstmUnit unit = lstm_unit(walk, i / hidden, i % hidden, step);
        float4 z = lstm_sums(walk, unit);
        float c = 0;
        if (step > 0) {
            const float *h = walk.state.results + unit.before * hidden;
            for (int k = 0; k < hidden; k++) {
                const float *r = recurrent + k * 4 * hidden + unit.j;
                lstm_add(z, h[k], make_float4(r[0], r[hidden], r[2 * hidden], r[3 * hidden]));
            }
            c = walk.state.cells[unit.before * hidden + unit.j];
        }
        lstm_unit_forward(walk, unit, z, c);
    }
    __syncthreads();
}

// From z in state.gates. room: floats of dynamic shared memory.
static __device__ void lstm_walk_forward(const LstmWalk &walk, int room) {
    int hidden = walk.shape.hidden;
    switch (lstm_rows(walk.batch, hidden, lstm_forward_columns(hidden), blockDim.x, room)) {
        case 2: return lstm_onchip_forward<2>(walk);
        case 4: return lstm_onchip_forward<4>(walk);
        case 8: return lstm_onchip_forward<8>(walk);
    }
    Factor r = lstm_recurrent(walk.recurrent, hidden, room, false);
    for (int step = 0; step < walk.shape.steps; step++) {
        lstm_forward_step(walk, r.at, step);
    }
}

// How a kernel computes products of a level, gradients of U, R and b from those of the gates' sums, and walks. spare: lstm_spare,
// for what finds no room in shared memory.
template <LaneKernel KERNEL>
struct LstmArithmetic;

template <LaneKernel KERNEL>
static __device__ void lstm_forward(const Layer &layer, const float *weights, float *workspace, int room, int batch) {
    using By = LstmArithmetic<KERNEL>;
    const LstmShape &s = layer.lstm;
    int gates = 4 * s.hidden, size = (s.inputs + s.hidden + 1) * gates;
    for (int direction = 0; direction < s.directions; direction++) {
        const float *input = weights + direction * size, *recurrent = input + s.inputs * gates;
        const float *bias = recurrent + s.hidden * gates;
        LstmState state = lstm_state(layer, workspace, batch, direction);
        float *z = state.gates;
        By::product({batch * s.steps, gates, 1, s.inputs}, {workspace + layer.x, s.inputs, 0, 1}, {input, 1, 0, gates}, room,
                    [=](int row, int gate, float sum) { z[row * gates + gate] = sum + bias[gate]; });
        __syncthreads();
        By::forward({s, recurrent, state, workspace + layer.y, batch, direction}, room, lstm_spare(layer, workspace));
    }
}

static __device__ void lstm_backward_step(const LstmWalk &walk, const Factor &recurrent, int step) {
    int hidden = walk.shape.hidden, last = walk.shape.steps - 1;
    for (int i = threadIdx.x; i < walk.batch * hidden; i += blockDim.x) {
        LstmUnit unit = lstm_unit(walk, i / hidden, i % hidden, step);
        float later_dh = 0, dc = 0;
        if (step < last) {
            int after = 2 * unit.now - unit.before;
            const float *later = walk.state.gates + after * 4 * hidden;
            const float *r = recurrent.at + unit.j * recurrent.line;
            for (int gate = 0; gate < 4 * hidden; gate++) {
                later_dh = fmaf(later[gate], r[gate * recurrent.inner], later_dh);
            }
            dc = walk.state.carry[i];
        }
        lstm_unit_backward(walk, unit, step == 0, later_dh, dc);
        walk.state.carry[i] = dc;
    }
    __syncthreads();
}

// The gates become the gradients of their sums.
static __device__ void lstm_walk_backward(const LstmWalk &walk, int room) {
    int hidden = walk.shape.hidden;
    switch (lstm_rows(walk.batch, hidden, lstm_backward_columns(hidden), blockDim.x, room)) {
        case 2: return lstm_onchip_backward<2>(walk);
        case 4: return lstm_onchip_backward<4>(walk);
        case 8: return lstm_onchip_backward<8>(walk);
    }
    Factor r = lstm_recurrent(walk.recurrent, hidden, room, true);
    for (int step = walk.shape.steps - 1; step >= 0; step--) {
        lstm_backward_step(walk, r, step);
    }
}

// gradients: of U, R and b of each direction, overwritten.
template <LaneKernel KERNEL>
static __device__ void lstm_backward(const Layer &layer, const float *weights, float *workspace, float *gradients,
                                     int room, int batch) {
    using By = LstmArithmetic<KERNEL>;
    const LstmShape &s = layer.lstm;
    int gates = 4 * s.hidden, size = (s.inputs + s.hidden + 1) * gates;
    for (int direction = 0; direction < s.directions; direction++) {
        const float *input = weights + direction * size, *recurrent = input + s.inputs * gates;
        LstmState state = lstm_state(layer, workspace, batch, direction);
        By::backward({s, recurrent, state, workspace + layer.dy, batch, direction}, room, lstm_spare(layer, workspace));
        By::gradients(s, workspace + layer.x, state, direction, room, batch, gradients + direction * size);
        if (layer.dx >= 0) {
            float *dx = workspace + layer.dx;
            int inputs = s.inputs;
            By::product({batch * s.steps, inputs, 1, gates}, {state.gates, gates, 0, 1}, {input, gates, 0, 1}, room,
                        [=](int row, int i, float sum) {
                            dx[row * inputs + i] = direction ? dx[row * inputs + i] + sum : sum;
                        });
        }
        __syncthreads();
    }
}

template <>
struct LstmArithmetic<KERNEL_SEQUENCES> {
    template <class Store>
    static __device__ __forceinline__ void product(const ProductShape &s, Factor a, Factor b, int room, Store store) {
        multiply(s, a, b, room, store);
    }
    static __device__ __forceinline__ void forward(const LstmWalk &walk, int room, float *) { lstm_walk_forward(walk, room); }
    static __device__ __forceinline__ void backward(const LstmWalk &walk, int room, float *) { lstm_walk_backward(walk, room); }

    // U, R and b are one matrix.
    static __device__ __forceinline__ void gradients(const LstmShape &s, const float *x, const LstmState &state, int direction,
                                                     int room, int batch, float *to) {
        int gates = 4 * s.hidden;
        __shared__ Given given;
        if (threadIdx.x == 0) {
            given = {x, state.results, s.inputs, s.hidden, s.steps, direction ? 1 : -1};
        }
        multiply({s.inputs + s.hidden + 1, gates, batch, s.steps}, given, Factor{state.gates, 1, s.steps * gates, gates}, room,
                 [=](int i, int gate, float sum) { to[i * gates + gate] = sum; });
    }
};
