// Philox4x32-10 (Salmon et al. 2011), the same numbers as io.sweepforge.kernels.random.Philox: the seed is the key, a block
// of four words is addressed by a stream and a number. Nothing is kept between calls.
#pragma once

struct PhiloxBlock {
    unsigned word[4];
};

static __device__ __forceinline__ PhiloxBlock philox_block(long long seed, long long stream, long long number) {
    unsigned c0 = (unsigned)number, c1 = (unsigned)(number >> 32);
    unsigned c2 = (unsigned)stream, c3 = (unsigned)(stream >> 32);
    unsigned k0 = (unsigned)seed, k1 = (unsigned)(seed >> 32);
#pragma unroll
    for (int round = 0; round < 10; round++) {
        unsigned high0 = __umulhi(0xD2511F53u, c0), low0 = 0xD2511F53u * c0;
        unsigned high1 = __umulhi(0xCD9E8D57u, c2), low1 = 0xCD9E8D57u * c2;
        c0 = high1 ^ c1 ^ k0;
        c1 = low1;
        c2 = high0 ^ c3 ^ k1;
        c3 = low0;
        k0 += 0x9E3779B9u;
        k1 += 0xBB67AE85u;
    }
    return {{c0, c1, c2, c3}};
}

// Word `index` of a stream, from 0.
static __device__ __forceinline__ unsigned philox_word(long long seed, long long stream, long long index) {
    return philox_block(seed, stream, index >> 2).word[index & 3];
}
