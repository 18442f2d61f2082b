// One level of an LSTM, for any size, direction after direction:
//   z = x U + h' R + b;  i, f, o = sigmoid(z), g = tanh(z);  c = f c' + i g;  h = o tanh(c)
// with h' and c' of the step before, 0 at first. Time runs backwards in the second direction.
#pragma once

#include "functions.cuh"
#include "lane.cuh"
#include "product.cuh"

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

// Where a direction's result of example n at time t lies in y.
static __device__ __forceinline__ int lstm_target(const LstmShape &s, int n, int t, int direction) {
    return ((s.sequence ? n * s.steps + t : n) * s.directions + direction) * s.hidden;
}

// The recurrent weights R [H, 4H], as a backward pass reads them: line j, depth gate. They are copied to shared memory when
// there is room: all steps read all of them. For a backward pass they are turned, since threads of a warp, which are units
// side by side, should read elements side by side.
static __device__ Factor lstm_recurrent(const float *recurrent, int hidden, int room, bool turned) {
    extern __shared__ float dynamic_shared[];
    int gates = 4 * hidden, count = hidden * gates;
    if (count > room) {
        return {recurrent, gates, 0, 1};
    }
    for (int i = threadIdx.x; i < count; i += blockDim.x) {
        dynamic_shared[turned ? i % gates * hidden + i / gates : i] = recurrent[i];
    }
    __syncthreads();
    return turned ? Factor{dynamic_shared, 1, 0, hidden} : Factor{dynamic_shared, gates, 0, 1};
}

static __device__ void lstm_forward_step(const LstmShape &s, const float *recurrent, const LstmState &state, float *y,
                                         int batch, int direction, int step) {
    int hidden = s.hidden, t = direction ? s.steps - 1 - step : step, before = direction ? t + 1 : t - 1;
    for (int i = threadIdx.x; i < batch * hidden; i += blockDim.x) {
        int n = i / hidden, j = i % hidden, now = n * s.steps + t;
        float *gates = state.gates + now * 4 * hidden + j;
        float zi = gates[0], zf = gates[hidden], zg = gates[2 * hidden], zo = gates[3 * hidden], c = 0;
        if (step > 0) {
            const float *h = state.results + (n * s.steps + before) * hidden;
            for (int k = 0; k < hidden; k++) {
                const float *r = recurrent + k * 4 * hidden + j;
                zi = fmaf(h[k], r[0], zi);
                zf = fmaf(h[k], r[hidden], zf);
                zg = fmaf(h[k], r[2 * hidden], zg);
                zo = fmaf(h[k], r[3 * hidden], zo);
            }
            c = state.cells[(n * s.steps + before) * hidden + j];
        }
        float in = sigmoid(zi), forget = sigmoid(zf), candidate = hyperbolic_tangent(zg), out = sigmoid(zo);
        c = fmaf(forget, c, in * candidate);
        float h = out * hyperbolic_tangent(c);
        gates[0] = in;
        gates[hidden] = forget;
        gates[2 * hidden] = candidate;
        gates[3 * hidden] = out;
        state.cells[now * hidden + j] = c;
        state.results[now * hidden + j] = h;
        if (s.sequence || step == s.steps - 1) {
            y[lstm_target(s, n, t, direction) + j] = h;
        }
    }
    __syncthreads();
}

// room: floats of dynamic shared memory.
static __device__ void lstm_forward(const Layer &layer, const float *weights, float *workspace, int room, int batch) {
    const LstmShape &s = layer.lstm;
    int gates = 4 * s.hidden, size = (s.inputs + s.hidden + 1) * gates;
    for (int direction = 0; direction < s.directions; direction++) {
        const float *input = weights + direction * size, *recurrent = input + s.inputs * gates;
        const float *bias = recurrent + s.hidden * gates;
        LstmState state = lstm_state(layer, workspace, batch, direction);
        float *z = state.gates;
        multiply(batch * s.steps, gates, 1, s.inputs, {workspace + layer.x, s.inputs, 0, 1}, {input, 1, 0, gates},
                 [=](int row, int gate, float sum) { z[row * gates + gate] = sum + bias[gate]; });
        __syncthreads();
        Factor r = lstm_recurrent(recurrent, s.hidden, room, false);
        for (int step = 0; step < s.steps; step++) {
            lstm_forward_step(s, r.at, state, workspace + layer.y, batch, direction, step);
        }
    }
}

// Replaces the gates of one time by the gradients of their sums z.
static __device__ void lstm_backward_step(const LstmShape &s, const Factor &recurrent, const LstmState &state,
                                          const float *dy, int batch, int direction, int step) {
    int hidden = s.hidden, last = s.steps - 1, t = direction ? last - step : step;
    int before = direction ? t + 1 : t - 1, after = direction ? t - 1 : t + 1;
    for (int i = threadIdx.x; i < batch * hidden; i += blockDim.x) {
        int n = i / hidden, j = i % hidden, now = n * s.steps + t;
        float dh = s.sequence || step == last ? dy[lstm_target(s, n, t, direction) + j] : 0, dc = 0;
        if (step < last) {
            const float *later = state.gates + (n * s.steps + after) * 4 * hidden;
            const float *r = recurrent.at + j * recurrent.line;
            float sum = 0;
            for (int gate = 0; gate < 4 * hidden; gate++) {
                sum = fmaf(later[gate], r[gate * recurrent.inner], sum);
            }
            dh += sum;
            dc = state.carry[i];
        }
        float *gates = state.gates + now * 4 * hidden + j;
        float in = gates[0], forget = gates[hidden], candidate = gates[2 * hidden], out = gates[3 * hidden];
        float tanh_c = hyperbolic_tangent(state.cells[now * hidden + j]);
        float c = step > 0 ? state.cells[(n * s.steps + before) * hidden + j] : 0;
        dc = fmaf(dh * out, 1 - tanh_c * tanh_c, dc);
        gates[0] = dc * candidate * in * (1 - in);
        gates[hidden] = dc * c * forget * (1 - forget);
        gates[2 * hidden] = dc * in * (1 - candidate * candidate);
        gates[3 * hidden] = dh * tanh_c * out * (1 - out);
        state.carry[i] = dc * forget;
    }
    __syncthreads();
}

// gradients: of U, R and b of each direction, overwritten.
static __device__ void lstm_backward(const Layer &layer, const float *weights, float *workspace, float *gradients,
                                     int room, int batch) {
    const LstmShape &s = layer.lstm;
    int hidden = s.hidden, gates = 4 * hidden, size = (s.inputs + hidden + 1) * gates;
    int sequence = s.steps * gates;
    const float *x = workspace + layer.x;
    for (int direction = 0; direction < s.directions; direction++) {
        const float *input = weights + direction * size, *recurrent = input + s.inputs * gates;
        LstmState state = lstm_state(layer, workspace, batch, direction);
        Factor r = lstm_recurrent(recurrent, hidden, room, true);
        for (int step = s.steps - 1; step >= 0; step--) {
            lstm_backward_step(s, r, state, workspace + layer.dy, batch, direction, step);
        }
        const float *dz = state.gates;
        float *du = gradients + direction * size, *dr = du + s.inputs * gates, *db = dr + hidden * gates;
        multiply(s.inputs, gates, batch, s.steps, {x, 1, s.steps * s.inputs, s.inputs}, {dz, 1, sequence, gates},
                 [=](int i, int gate, float sum) { du[i * gates + gate] = sum; });
        // Results meet the gates of the step after them.
        const float *h = state.results + (direction ? hidden : 0);
        multiply(hidden, gates, batch, s.steps - 1, {h, 1, s.steps * hidden, hidden},
                 {dz + (direction ? 0 : gates), 1, sequence, gates},
                 [=](int i, int gate, float sum) { dr[i * gates + gate] = sum; });
        sum_lines(gates, batch, s.steps, {dz, 1, sequence, gates}, db);
        if (layer.dx >= 0) {
            float *dx = workspace + layer.dx;
            int inputs = s.inputs;
            multiply(batch * s.steps, inputs, 1, gates, {dz, gates, 0, 1}, {input, gates, 0, 1},
                     [=](int row, int i, float sum) {
                         dx[row * inputs + i] = direction ? dx[row * inputs + i] + sum : sum;
                     });
        }
        __syncthreads();
    }
}
