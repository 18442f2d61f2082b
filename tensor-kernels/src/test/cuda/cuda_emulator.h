// What the CUDA compiler knows by itself, for a C++ compiler: included before every .cu file, so that kernels run unchanged
// on a machine without a GPU. Blocks are one-dimensional and run one after another on the calling thread of the host; each of
// a block's threads is a fiber with a stack of its own, which runs until it comes to a barrier.
#pragma once

#include <math.h>
#include <stdint.h>
#include <string.h>

#include <algorithm>
#include <type_traits>

#define __global__
#define __device__
#define __host__
#define __constant__
#define __forceinline__ inline __attribute__((always_inline))
#define __noinline__ __attribute__((noinline))
#define __launch_bounds__(...)
#define __align__(bytes) __attribute__((aligned(bytes)))
// One block at a time on a thread of the host. Dynamic shared memory must be called dynamic_shared:
// extern __shared__ float dynamic_shared[];
#define __shared__ thread_local

struct EmulatedIndex {
    unsigned x, y, z;
};

struct EmulatedPlace {
    EmulatedIndex thread, block, block_size, grid_size;
};

// Set by the scheduler before a fiber runs. Fibers never move to another thread of the host.
extern thread_local EmulatedPlace emulated_place;

#define threadIdx (emulated_place.thread)
#define blockIdx (emulated_place.block)
#define blockDim (emulated_place.block_size)
#define gridDim (emulated_place.grid_size)
constexpr int warpSize = 32;

// Returns once all threads of the block have come here.
void __syncthreads();
// Ends the launch with an error.
[[noreturn]] void emulator_fail(const char *what);
// The values that all threads of the warp brought, until this one gathers again.
const uint64_t *emulator_gather(unsigned mask, uint64_t value);
// Gives every thread of the warp the value that thread `source` of it brought; its own where there is no such thread.
uint64_t emulator_exchange(unsigned mask, uint64_t value, int source);

inline void __syncwarp(unsigned mask = 0xffffffffu) { emulator_exchange(mask, 0, 0); }
[[noreturn]] inline void __trap() { emulator_fail("a thread called __trap()"); }
inline void __threadfence_block() { __sync_synchronize(); }
inline void __threadfence() { __sync_synchronize(); }
inline void __threadfence_system() { __sync_synchronize(); }
inline void __nanosleep(unsigned) {}

template <class T>
T emulator_shuffle(unsigned mask, T value, int source) {
    static_assert(sizeof(T) <= sizeof(uint64_t), "one register or two");
    uint64_t bits = 0;
    memcpy(&bits, &value, sizeof value);
    bits = emulator_exchange(mask, bits, source);
    memcpy(&value, &bits, sizeof value);
    return value;
}

template <class T>
T __shfl_sync(unsigned mask, T value, int source, int width = warpSize) {
    int lane = threadIdx.x % warpSize;
    return emulator_shuffle(mask, value, (lane & -width) + (source & (width - 1)));
}

template <class T>
T __shfl_down_sync(unsigned mask, T value, unsigned delta, int width = warpSize) {
    int lane = threadIdx.x % warpSize, source = lane + (int)delta;
    return emulator_shuffle(mask, value, source < (lane & -width) + width ? source : lane);
}

template <class T>
T __shfl_up_sync(unsigned mask, T value, unsigned delta, int width = warpSize) {
    int lane = threadIdx.x % warpSize, source = lane - (int)delta;
    return emulator_shuffle(mask, value, source >= (lane & -width) ? source : lane);
}

template <class T>
T __shfl_xor_sync(unsigned mask, T value, int with, int width = warpSize) {
    int lane = threadIdx.x % warpSize, source = lane ^ with;
    return emulator_shuffle(mask, value, source < (lane & -width) + width ? source : lane);
}

inline unsigned __ballot_sync(unsigned mask, int predicate) {
    unsigned ballot = 0;
    int threads = std::min<int>(warpSize, blockDim.x - threadIdx.x / warpSize * warpSize);
    for (int lane = 0; lane < threads; lane++) {
        ballot |= (unsigned)(__shfl_sync(mask, predicate, lane) != 0) << lane;
    }
    return ballot;
}

inline int __any_sync(unsigned mask, int predicate) { return __ballot_sync(mask, predicate) != 0; }
inline int __all_sync(unsigned mask, int predicate) { return __ballot_sync(mask, !predicate) == 0; }

// Launches of several streams may run at once, so these are real.
template <class T>
T atomicAdd(T *at, std::common_type_t<T> value) {
    if constexpr (std::is_integral_v<T>) {
        return __atomic_fetch_add(at, value, __ATOMIC_SEQ_CST);
    } else {
        T old = *at, sum;
        do {
            sum = old + value;
        } while (!__atomic_compare_exchange(at, &old, &sum, false, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST));
        return old;
    }
}

template <class T>
T atomicSub(T *at, std::common_type_t<T> value) {
    return __atomic_fetch_sub(at, value, __ATOMIC_SEQ_CST);
}

template <class T>
T atomicExch(T *at, std::common_type_t<T> value) {
    T old;
    __atomic_exchange(at, &value, &old, __ATOMIC_SEQ_CST);
    return old;
}

template <class T>
T atomicCAS(T *at, std::common_type_t<T> expected, std::common_type_t<T> value) {
    __atomic_compare_exchange_n(at, &expected, value, false, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST);
    return expected;
}

template <class T>
T atomicMax(T *at, std::common_type_t<T> value) {
    T old = *at;
    while (old < value && !__atomic_compare_exchange_n(at, &old, value, false, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST)) {
    }
    return old;
}

template <class T>
T __ldg(const T *at) {
    return *at;
}

using std::max;
using std::min;

inline unsigned __umulhi(unsigned a, unsigned b) { return (unsigned)((uint64_t)a * b >> 32); }

template <class To, class From>
To emulator_bits(From value) {
    static_assert(sizeof(To) == sizeof(From), "the same bits");
    To bits;
    memcpy(&bits, &value, sizeof bits);
    return bits;
}

inline int __float_as_int(float value) { return emulator_bits<int>(value); }
inline unsigned __float_as_uint(float value) { return emulator_bits<unsigned>(value); }
inline float __int_as_float(int value) { return emulator_bits<float>(value); }
inline float __uint_as_float(unsigned value) { return emulator_bits<float>(value); }

struct __align__(8) float2 { float x, y; };
struct __align__(16) float4 { float x, y, z, w; };
struct __align__(8) int2 { int x, y; };
struct __align__(16) int4 { int x, y, z, w; };
struct __align__(8) uint2 { unsigned x, y; };
struct __align__(16) uint4 { unsigned x, y, z, w; };

inline float2 make_float2(float x, float y) { return {x, y}; }
inline float4 make_float4(float x, float y, float z, float w) { return {x, y, z, w}; }
inline int2 make_int2(int x, int y) { return {x, y}; }
inline int4 make_int4(int x, int y, int z, int w) { return {x, y, z, w}; }
inline uint2 make_uint2(unsigned x, unsigned y) { return {x, y}; }
inline uint4 make_uint4(unsigned x, unsigned y, unsigned z, unsigned w) { return {x, y, z, w}; }

// A kernel whose one parameter, of whatever type, lies at `arguments`.
typedef void (*EmulatedKernel)(const void *arguments);

template <class Arguments>
void emulator_call(void (*kernel)(Arguments), const void *arguments) {
    kernel(*static_cast<const std::remove_cv_t<Arguments> *>(arguments));
}

#include "mma_emulator.h"
