// Products of small matrices by the tensor cores: C [16, 8] += A [16, 16] B [16, 8] in the warp's registers, factors in bf16
// and sums in single precision. What each thread holds is said by the PTX ISA, "Matrix Fragments for mma.m16n8k16".
#pragma once

// Two elements of a line side by side, the first one in the low half. Of thread t, with g = t / 4 and m = 2 (t % 4):
// rows g and g + 8 from column m, then both from column m + 8.
struct MmaA {
    unsigned of[4];
};

// Rows m and m + 1 of column g, then m + 8 and m + 9.
struct MmaB {
    unsigned of[2];
};

// Columns m and m + 1 of row g, then of row g + 8.
struct MmaC {
    float of[4];
};

static const int MMA_ROWS = 16, MMA_COLUMNS = 8, MMA_DEPTH = 16;

// g and m.
static __device__ __forceinline__ int mma_line() { return threadIdx.x % warpSize / 4; }

static __device__ __forceinline__ int mma_pair() { return threadIdx.x % 4 * 2; }

// Rounded to the nearest bf16, of two equally near ones to the even one; not a number becomes 0x7fff.
static __device__ __forceinline__ unsigned bf16_pair(float low, float high) {
#ifdef __CUDACC__
    unsigned pair;
    asm("cvt.rn.bf16x2.f32 %0, %1, %2;" : "=r"(pair) : "f"(high), "f"(low));
    return pair;
#else
    return emulator_bf16(high) << 16 | emulator_bf16(low);
#endif
}

// All threads of the warp come here together.
static __device__ __forceinline__ void mma(MmaC &c, const MmaA &a, const MmaB &b) {
#ifdef __CUDACC__
    asm volatile(
        "mma.sync.aligned.m16n8k16.row.col.f32.bf16.bf16.f32 {%0, %1, %2, %3}, {%4, %5, %6, %7}, {%8, %9}, {%0, %1, %2, %3};"
        : "+f"(c.of[0]), "+f"(c.of[1]), "+f"(c.of[2]), "+f"(c.of[3])
        : "r"(a.of[0]), "r"(a.of[1]), "r"(a.of[2]), "r"(a.of[3]), "r"(b.of[0]), "r"(b.of[1]));
#else
    emulator_mma(c.of, a.of, b.of);
#endif
}
