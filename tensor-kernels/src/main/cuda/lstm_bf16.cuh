// Levels of LSTMs by tensor cores: every product has factors rounded to bf16 and sums in single precision; cells, gates and
// their gradients stay in single precision. In a walk through time each warp owns 8 units of 16 examples, so that a thread has
// all gates of its four units in registers; what a step hands to the next one lies in bf16, as does R.
#pragma once

#include "lstm.cuh"
#include "mma_product.cuh"

// Units and examples in walks; those beyond H and N are 0.
static __device__ __forceinline__ int lstm_padded(int count) { return (count + 15) / 16 * 16; }

// Words of two bf16 from one example's states, h [H] or dz [4, H], to the next one's: those that a warp reads at once lie in
// different banks.
static __device__ __forceinline__ int lstm_pitch(bool back, int hidden) {
    return ((back ? 4 : 1) * lstm_padded(hidden) + 8) / 2;
}

// An element of a part of R [H, 4H] with depth k and column j. Parts forward are, for each 16 units of the step before, the four
// gates of units now; back, for each gate and each 16 units of the step after, units now.
template <bool BACK>
static __device__ __forceinline__ float lstm_weight(const float *recurrent, int hidden, int part, int k, int j) {
    int tiles = lstm_padded(hidden) / 16;
    int gate = BACK ? part / tiles : part % 4, other = (BACK ? part % tiles : part / 4) * 16 + k;
    int from = BACK ? j : other, to = BACK ? other : j;
    return j < hidden && other < hidden ? recurrent[(from * 4 + gate) * hidden + to] : 0;
}

template <bool BACK>
static __device__ __forceinline__ MmaB lstm_part(const float *recurrent, int hidden, int group, int part) {
    int j = group * MMA_COLUMNS + mma_line(), k = mma_pair();
    MmaB b;
#pragma unroll
    for (int i = 0; i < 2; i++) {
        b.of[i] = bf16_pair(lstm_weight<BACK>(recurrent, hidden, part, k + 8 * i, j),
                            lstm_weight<BACK>(recurrent, hidden, part, k + 8 * i + 1, j));
    }
    return b;
}

// R for a warp's own 8 units, in registers. TILES: H / 16, rounded up.
template <int TILES>
struct LstmHeld {
    MmaB parts[4 * TILES];

    __device__ __forceinline__ int tiles() const { return TILES; }
    __device__ __forceinline__ MmaB part(int, int index) const { return parts[index]; }
};

// R for all units, as threads read it.
struct LstmPacked {
    uint2 *at;
    int depth;

    __device__ __forceinline__ int tiles() const { return depth; }
    __device__ __forceinline__ uint2 *place(int group, int index) const {
        return at + (group * 4 * depth + index) * warpSize + threadIdx.x % warpSize;
    }
    __device__ __forceinline__ MmaB part(int group, int index) const {
        uint2 held = *place(group, index);
        return {{held.x, held.y}};
    }
};

// 16 examples' states, 16 of each.
static __device__ __forceinline__ MmaA lstm_states(const unsigned *at, int pitch, int row, int tile) {
    const unsigned *line = at + (row + mma_line()) * pitch + tile * 8 + mma_pair() / 2;
    return {{line[0], line[8 * pitch], line[4], line[8 * pitch + 4]}};
}

// Units of a step that a warp owns, and the states that it reads and writes.
struct LstmTile {
    int step, row, group;
    const unsigned *before;
    unsigned *now;
    int pitch;

    // Of a thread's four: examples are 8 apart, units side by side.
    __device__ __forceinline__ int example(int i) const { return row + mma_line() + i / 2 * 8; }
    __device__ __forceinline__ int unit(int i) const { return group * MMA_COLUMNS + mma_pair() + i % 2; }
    __device__ __forceinline__ bool exists(const LstmWalk &walk, int i) const {
        return example(i) < walk.batch && unit(i) < walk.shape.hidden;
    }
    // Where the states of a gate's two units of an example lie.
    __device__ __forceinline__ unsigned *place(int half, int gate, int tiles) const {
        return now + example(2 * half) * pitch + gate * tiles * 8 + unit(0) / 2;
    }
};

template <class Weights>
static __device__ __forceinline__ void lstm_forward_tile(const LstmWalk &walk, const LstmTile &tile, const Weights &weights) {
    MmaC z[4] = {};
#pragma unroll
    for (int i = 0; i < 4; i++) {
        if (tile.exists(walk, i)) {
            float4 sums = lstm_sums(walk, lstm_unit(walk, tile.example(i), tile.unit(i), tile.step));
            z[0].of[i] = sums.x;
            z[1].of[i] = sums.y;
            z[2].of[i] = sums.z;
            z[3].of[i] = sums.w;
        }
    }
    __syncwarp();
#pragma unroll
    for (int t = 0; t < weights.tiles(); t++) {
        MmaA h = lstm_states(tile.before, tile.pitch, tile.row, t);
#pragma unroll
        for (int gate = 0; gate < 4; gate++) {
            mma(z[gate], h, weights.part(tile.group, 4 * t + gate));
        }
    }
    float h[4] = {};
#pragma unroll
    for (int i = 0; i < 4; i++) {
        if (tile.exists(walk, i)) {
            LstmUnit unit = lstm_unit(walk, tile.example(i), tile.unit(i), tile.step);
            float c = tile.step > 0 ? walk.state.cells[unit.before * walk.shape.hidden + unit.j] : 0;
            h[i] = lstm_unit_forward(walk, unit, make_float4(z[0].of[i], z[1].of[i], z[2].of[i], z[3].of[i]), c);
        }
    }
    *tile.place(0, 0, weights.tiles()) = bf16_pair(h[0], h[1]);
    *tile.place(1, 0, weights.tiles()) = bf16_pair(h[2], h[3]);
    __syncwarp();
}

template <class Weights>
static __device__ __forceinline__ void lstm_backward_tile(const LstmWalk &walk, const LstmTile &tile, const Weights &weights) {
    MmaC dh = {};
#pragma unroll
    for (int t = 0; t < 4 * weights.tiles(); t++) {
        mma(dh, lstm_states(tile.before, tile.pitch, tile.row, t), weights.part(tile.group, t));
    }
    float dz[4][4] = {};
#pragma unroll
    for (int i = 0; i < 4; i++) {
        if (tile.exists(walk, i)) {
            LstmUnit unit = lstm_unit(walk, tile.example(i), tile.unit(i), tile.step);
            float *carry = walk.state.carry + tile.example(i) * walk.shape.hidden + unit.j;
            float dc = tile.step < walk.shape.steps - 1 ? *carry : 0;
            float4 d = lstm_unit_backward(walk, unit, tile.step == 0, dh.of[i], dc);
            *carry = dc;
            dz[0][i] = d.x;
            dz[1][i] = d.y;
            dz[2][i] = d.z;
            dz[3][i] = d.w;
        }
    }
#pragma unroll
    for (int gate = 0; gate < 4; gate++) {
        *tile.place(0, gate, weights.tiles()) = bf16_pair(dz[gate][0], dz[gate][1]);
        *tile.place(1, gate, weights.tiles()) = bf16_pair(dz[gate][2], dz[gate][3]);
    }
    __syncwarp();
}

static __device__ __forceinline__ int lstm_groups(const LstmWalk &walk) { return lstm_padded(walk.shape.hidden) / MMA_COLUMNS; }

// From z in state.gates to the results, or back from the gates to the gradients of their sums. states: two buffers. Of all
// pieces, by examples and then by units, this warp takes every warps-th from `first` on.
template <bool BACK, class Weights>
static __device__ void lstm_mma_steps(const LstmWalk &walk, unsigned *states, const Weights &weights, int first, int warps) {
    int groups = lstm_groups(walk), pitch = lstm_pitch(BACK, walk.shape.hidden), size = lstm_padded(walk.batch) * pitch;
    int pieces = lstm_padded(walk.batch) / MMA_ROWS * groups, last = walk.shape.steps - 1;
    for (int i = threadIdx.x; i < 2 * size; i += blockDim.x) {
        states[i] = 0;
    }
    __syncthreads();
    for (int i = 0; i <= last; i++) {
        const unsigned *before = states + (i + 1) % 2 * size;
        unsigned *now = states + i % 2 * size;
        for (int piece = first; piece < pieces; piece += warps) {
            LstmTile tile = {BACK ? last - i : i, piece / groups * MMA_ROWS, piece % groups, before, now, pitch};
            if constexpr (BACK) {
                lstm_backward_tile(walk, tile, weights);
            } else {
                lstm_forward_tile(walk, tile, weights);
            }
        }
        __syncthreads();
    }
}

// Each warp has the same units at all times, as many warps as there are groups of 8 for every 16 examples.
template <bool BACK, int TILES>
static __device__ void lstm_mma_held(const LstmWalk &walk) {
    int groups = lstm_groups(walk), warp = threadIdx.x / warpSize, warps = blockDim.x / warpSize / groups * groups;
    LstmHeld<TILES> weights;
#pragma unroll
    for (int i = 0; i < 4 * TILES; i++) {
        weights.parts[i] = lstm_part<BACK>(walk.recurrent, walk.shape.hidden, warp % groups, i);
    }
    int none = lstm_padded(walk.batch) * groups;
    lstm_mma_steps<BACK>(walk, (unsigned *)block_shared(), weights, warp < warps ? warp : none, warps);
}

template <bool BACK>
static __device__ void lstm_mma_packed(const LstmWalk &walk, unsigned *states, uint2 *at) {
    int warp = threadIdx.x / warpSize, warps = blockDim.x / warpSize, depth = lstm_padded(walk.shape.hidden) / 16;
    LstmPacked weights = {at, depth};
    for (int i = warp; i < lstm_groups(walk) * 4 * depth; i += warps) {
        int group = i / (4 * depth), index = i % (4 * depth);
        MmaB part = lstm_part<BACK>(walk.recurrent, walk.shape.hidden, group, index);
        *weights.place(group, index) = make_uint2(part.of[0], part.of[1]);
    }
    lstm_mma_steps<BACK>(walk, states, weights, warp, warps);
}

// room: words of shared memory. spare: as many in device memory as states and R take, for what finds no room.
template <bool BACK>
static __device__ __noinline__ void lstm_mma_walk(const LstmWalk &walk, int room, float *spare) {
    int hidden = lstm_padded(walk.shape.hidden);
    int states = 2 * lstm_padded(walk.batch) * lstm_pitch(BACK, hidden), weights = 2 * hidden * hidden;
    bool fits = states <= room;
    if (fits && lstm_groups(walk) <= (int)blockDim.x / warpSize) {
        switch (hidden / 16) {
            case 1: return lstm_mma_held<BACK, 1>(walk);
            case 2: return lstm_mma_held<BACK, 2>(walk);
            case 3: return lstm_mma_held<BACK, 3>(walk);
            case 4: return lstm_mma_held<BACK, 4>(walk);
        }
    }
    float *shared = block_shared(), *left = shared + (fits ? states : 0);
    bool both = weights <= room - (fits ? states : 0);
    lstm_mma_packed<BACK>(walk, (unsigned *)(fits ? shared : spare), (uint2 *)(both ? left : spare + states));
}

template <>
struct LstmArithmetic<KERNEL_BF16_SEQUENCES> {
    template <class Store>
    static __device__ __forceinline__ void product(const ProductShape &s, Factor a, Factor b, int, Store store) {
        mma_multiply(s.rows, s.columns, s.outer, s.inner, a, b, store);
    }

    static __device__ __forceinline__ void gradients(const LstmShape &s, const float *x, const LstmState &state, int direction,
                                                     int, int batch, float *du) {
        int hidden = s.hidden, gates = 4 * hidden, sequence = s.steps * gates;
        float *dr = du + s.inputs * gates, *dz = state.gates;
        mma_multiply(s.inputs, gates, batch, s.steps, {x, 1, s.steps * s.inputs, s.inputs}, {dz, 1, sequence, gates},
                     [=](int i, int gate, float sum) { du[i * gates + gate] = sum; });
        // Results meet the gates of the step after them.
        const float *h = state.results + (direction ? hidden : 0);
        mma_multiply(hidden, gates, batch, s.steps - 1, {h, 1, s.steps * hidden, hidden},
                     {dz + (direction ? 0 : gates), 1, sequence, gates},
                     [=](int i, int gate, float sum) { dr[i * gates + gate] = sum; });
        sum_lines(gates, batch, s.steps, {dz, 1, sequence, gates}, dr + hidden * gates);
    }
    static __device__ __forceinline__ void forward(const LstmWalk &walk, int room, float *spare) {
        lstm_mma_walk<false>(walk, room, spare);
    }
    static __device__ __forceinline__ void backward(const LstmWalk &walk, int room, float *spare) {
        lstm_mma_walk<true>(walk, room, spare);
    }
};
