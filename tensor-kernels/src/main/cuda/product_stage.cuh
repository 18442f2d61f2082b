// Factors of products, and how strips of them are brought to shared memory: [depth, lines], so that threads read lines side by
// side.
#pragma once

#include "box_walk.cuh"
#include "shared.cuh"

// A factor's line i (a row of the first, a column of the second) at depth (o, k) is at[i * line + o * outer + k * inner].
struct Factor {
    const float *at;
    int line, outer, inner;

    __device__ __forceinline__ float element(int i, int o, int k) const { return at[i * line + o * outer + k * inner]; }

    // Whether elements side by side are those of a line, at depths with o = 0 only.
    __device__ __forceinline__ bool runs_along() const { return line != 1 && outer == 0; }
};

// What a layer multiplies by its parameters: lines of inputs, of its own results a step before, and of 1, at depth (example,
// step). Times the gradients of the layer's sums, they are those of its parameters. Nothing is before the first step. Kept in shared
// memory, since registers are for sums.
struct Given {
    const float *x, *results;  // [N, T, inputs], [N, T, hidden]
    int inputs, hidden, steps;
    int before;  // from a step to the one before it: -1, or 1 where time runs backwards

    __device__ __forceinline__ float element(int i, int example, int step) const {
        if (i < inputs) {
            return x[(example * steps + step) * inputs + i];
        }
        int last = step + before;
        bool any = last >= 0 && last < steps;
        return i == inputs + hidden ? 1 : any ? results[(example * steps + last) * hidden + i - inputs] : 0;
    }

    __device__ __forceinline__ bool runs_along() const { return false; }
};

// Lines from `first` on, of which `lines` are there, with zeros up to `padded`; depths from `from` on, where o * inner + k is the
// depth (o, k).
struct Strip {
    int first, lines, padded, from, depths, inner;
};

// From depth to depth: an odd number of quadruples, so that quadruples at several depths lie in other banks.
static __device__ __forceinline__ int strip_pitch(int lines) { return ((lines + 3) / 4 | 1) * 4; }

// Four lines at one depth, which a thread reads or writes at once.
struct alignas(16) StagedLines {
    float of[4];
};

// So many elements are read before the first of them is written: a thread waits once for all of them. More would take registers
// from the sums.
static const int STRIP_AHEAD = 2;

// Threads side by side read lines side by side.
template <class AnyFactor>
static __device__ __forceinline__ void stage_across(const AnyFactor &factor, const Strip &s, float *to, int pitch) {
    BoxWalk at(s.inner, s.padded, s.from * s.padded);
    int depth = at.plane * s.inner + at.row - s.from;
#pragma unroll 1
    while (depth < s.depths) {
        float elements[STRIP_AHEAD];
        int places[STRIP_AHEAD];
#pragma unroll
        for (int i = 0; i < STRIP_AHEAD; i++) {
            bool inside = depth < s.depths && at.column < s.lines;
            elements[i] = inside ? factor.element(s.first + at.column, at.plane, at.row) : 0;
            places[i] = depth < s.depths ? depth * pitch + at.column : -1;
            at.next();
            depth = at.plane * s.inner + at.row - s.from;
        }
#pragma unroll
        for (int i = 0; i < STRIP_AHEAD; i++) {
            if (places[i] >= 0) {
                to[places[i]] = elements[i];
            }
        }
    }
}

// Threads side by side read elements of a line side by side, of four lines each, which they write at once.
template <class AnyFactor>
static __device__ __forceinline__ void stage_along(const AnyFactor &factor, const Strip &s, float *to, int pitch) {
#pragma unroll 1
    for (BoxWalk at((s.padded + 3) / 4, s.depths); at.plane == 0; at.next()) {
        StagedLines quadruple;
#pragma unroll
        for (int i = 0; i < 4; i++) {
            int line = at.row * 4 + i;
            quadruple.of[i] = line < s.lines ? factor.element(s.first + line, 0, s.from + at.column) : 0;
        }
        *(StagedLines *)(to + at.column * pitch + at.row * 4) = quadruple;
    }
}

template <class AnyFactor>
static __device__ __forceinline__ void stage_strip(const AnyFactor &factor, const Strip &s, float *to, int pitch) {
    if (factor.runs_along()) {
        stage_along(factor, s, to, pitch);
    } else {
        stage_across(factor, s, to, pitch);
    }
}
