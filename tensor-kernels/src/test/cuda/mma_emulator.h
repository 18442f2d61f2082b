// The tensor cores' products for the emulator. Places are those that the PTX ISA gives for m16n8k16 with .bf16; products, which
// are exact in single precision, are added in the order of their depth. What order a device takes is its own.
#pragma once

// The bf16 that a number rounds to, of two equally near ones the even one; 0x7fff when it is not a number.
inline unsigned emulator_bf16(float value) {
    unsigned bits = __float_as_uint(value);
    return value != value ? 0x7fff : (bits + 0x7fff + (bits >> 16 & 1)) >> 16;
}

// Half of a register.
inline float emulator_half(unsigned pair, int half) { return __uint_as_float(half ? pair & 0xffff0000u : pair << 16); }

// The 16 x 16 numbers of A and 16 x 8 of B that a warp's threads hold together.
struct EmulatedFactors {
    float a[16][16], b[16][8];
};

// Every thread's two registers of A from `first` on, of rows group and group + 8.
inline void emulator_gather_a(EmulatedFactors &all, const unsigned (&a)[4], int first) {
    const uint64_t *held = emulator_gather(0xffffffffu, (uint64_t)a[first + 1] << 32 | a[first]);
    for (int i = 0; i < 128; i++) {
        int lane = i / 4, group = lane >> 2, column = lane % 4 * 2 + i % 2 + 4 * first;
        all.a[group + i / 2 % 2 * 8][column] = emulator_half((unsigned)(held[lane] >> i / 2 % 2 * 32), i % 2);
    }
}

inline void emulator_gather_b(EmulatedFactors &all, const unsigned (&b)[2]) {
    const uint64_t *held = emulator_gather(0xffffffffu, (uint64_t)b[1] << 32 | b[0]);
    for (int i = 0; i < 128; i++) {
        int lane = i / 4, group = lane >> 2, row = lane % 4 * 2 + i % 2 + i / 2 % 2 * 8;
        all.b[row][group] = emulator_half((unsigned)(held[lane] >> i / 2 % 2 * 32), i % 2);
    }
}

inline void emulator_mma(float (&c)[4], const unsigned (&a)[4], const unsigned (&b)[2]) {
    EmulatedFactors all;
    emulator_gather_a(all, a, 0);
    emulator_gather_a(all, a, 2);
    emulator_gather_b(all, b);
    int lane = threadIdx.x % warpSize;
    for (int i = 0; i < 4; i++) {
        int row = (lane >> 2) + i / 2 * 8, column = lane % 4 * 2 + i % 2;
        for (int k = 0; k < 16; k++) {
            c[i] = fmaf(all.a[row][k], all.b[k][column], c[i]);
        }
    }
}
