// What a level of an LSTM keeps, what one hidden unit computes for one example at one time, and how the recurrent weights R
// [H, 4H] lie in shared memory.
#pragma once

#include "functions.cuh"
#include "lane.cuh"

// What a direction keeps, by time: gates [N, T, 4H], cells [N, T, H], results [N, T, H]; carry [N, H] of a backward pass.
struct LstmState {
    float *gates, *cells, *results, *carry;
};

static __device__ LstmState lstm_state(const Layer &layer, float *workspace, int batch, int direction) {
    const LstmShape &s = layer.lstm;
    float *gates = workspace + layer.scratch + direction * layer.keep;
    float *cells = gates + batch * s.steps * 4 * s.hidden;
    float *results = cells + batch * s.steps * s.hidden;
    return {gates, cells, results, results + batch * s.steps * s.hidden};
}

// Behind what directions keep.
static __device__ __forceinline__ float *lstm_spare(const Layer &layer, float *workspace) {
    return workspace + layer.scratch + (layer.lstm.directions * layer.keep + 3) / 4 * 4;
}

// A direction's way through time, forward with its result y, or back with the gradient of that.
struct LstmWalk {
    const LstmShape &shape;
    const float *recurrent;  // R
    LstmState state;
    float *y;
    int batch, direction;
};

// Unit j of example n in a step of a walk: its rows of cells and results now and in the step before it.
struct LstmUnit {
    int j, now, before;
    int target;  // where its result lies in y; -1 when nobody above sees it
};

static __device__ __forceinline__ LstmUnit lstm_unit(const LstmWalk &walk, int n, int j, int step) {
    const LstmShape &s = walk.shape;
    int last = s.steps - 1, now = n * s.steps + (walk.direction ? last - step : step);
    int target = ((s.sequence ? now : n) * s.directions + walk.direction) * s.hidden + j;
    return {j, now, walk.direction ? now + 1 : now - 1, s.sequence || step == last ? target : -1};
}

// z as the input alone makes it.
static __device__ __forceinline__ float4 lstm_sums(const LstmWalk &walk, const LstmUnit &unit) {
    int hidden = walk.shape.hidden;
    const float *gates = walk.state.gates + unit.now * 4 * hidden + unit.j;
    return make_float4(gates[0], gates[hidden], gates[2 * hidden], gates[3 * hidden]);
}

// z += h r, for the four gates.
static __device__ __forceinline__ void lstm_add(float4 &z, float h, const float4 &r) {
    z.x = fmaf(h, r.x, z.x);
    z.y = fmaf(h, r.y, z.y);
    z.z = fmaf(h, r.z, z.z);
    z.w = fmaf(h, r.w, z.w);
}

// From z and the cell of the step before to the gates, c and h, which is returned. All are kept.
static __device__ __forceinline__ float lstm_unit_forward(const LstmWalk &walk, const LstmUnit &unit, const float4 &z,
                                                          float &c) {
    int hidden = walk.shape.hidden;
    float in = sigmoid(z.x), forget = sigmoid(z.y), candidate = hyperbolic_tangent(z.z), out = sigmoid(z.w);
    c = fmaf(forget, c, in * candidate);
    float h = out * hyperbolic_tangent(c);
    float *gates = walk.state.gates + unit.now * 4 * hidden + unit.j;
    gates[0] = in;
    gates[hidden] = forget;
    gates[2 * hidden] = candidate;
    gates[3 * hidden] = out;
    walk.state.cells[unit.now * hidden + unit.j] = c;
    walk.state.results[unit.now * hidden + unit.j] = h;
    if (unit.target >= 0) {
        walk.y[unit.target] = h;
    }
    return h;
}

// Replaces the gates by the gradients of their sums z, which are returned. later_dh and dc: of h and c by the step after; dc
// becomes that for the step before, which the first step has not.
static __device__ __forceinline__ float4 lstm_unit_backward(const LstmWalk &walk, const LstmUnit &unit, bool first,
                                                            float later_dh, float &dc) {
    int hidden = walk.shape.hidden;
    float *gates = walk.state.gates + unit.now * 4 * hidden + unit.j;
    float in = gates[0], forget = gates[hidden], candidate = gates[2 * hidden], out = gates[3 * hidden];
    float dh = (unit.target >= 0 ? walk.y[unit.target] : 0) + later_dh;
    float tanh_c = hyperbolic_tangent(walk.state.cells[unit.now * hidden + unit.j]);
    float c = first ? 0 : walk.state.cells[unit.before * hidden + unit.j];
    dc = fmaf(dh * out, 1 - tanh_c * tanh_c, dc);
    float4 dz = make_float4(dc * candidate * in * (1 - in), dc * c * forget * (1 - forget),
                            dc * in * (1 - candidate * candidate), dh * tanh_c * out * (1 - out));
    dc *= forget;
    gates[0] = dz.x;
    gates[hidden] = dz.y;
    gates[2 * hidden] = dz.z;
    gates[3 * hidden] = dz.w;
    return dz;
}

// R with the four gates of a unit side by side: [H, H, 4].
static __device__ void lstm_interleave(const float *recurrent, int hidden, float *to) {
    for (int i = threadIdx.x; i < 4 * hidden * hidden; i += blockDim.x) {
        int k = i / (4 * hidden), gate = i / hidden % 4, j = i % hidden;
        to[(k * hidden + j) * 4 + gate] = recurrent[i];
    }
    __syncthreads();
}

// R turned, [4H, H]: on the way back, threads of a warp, which are units side by side, should read elements side by side.
static __device__ void lstm_turn(const float *recurrent, int hidden, float *to) {
    int gates = 4 * hidden;
    for (int i = threadIdx.x; i < hidden * gates; i += blockDim.x) {
        to[i % gates * hidden + i / gates] = recurrent[i];
    }
    __syncthreads();
}
