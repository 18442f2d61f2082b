// Numbers of a Philox stream, for whoever wants to see that a device draws what the host does.
#include "philox.cuh"

struct WordsArguments {
    unsigned *out;
    long long seed;
    long long stream;
    int count;
};

// out [count]: words 0 to count - 1 of the stream. Any grid and block.
extern "C" __global__ void philox_words(const WordsArguments a) {
    for (int i = blockIdx.x * blockDim.x + threadIdx.x; i < a.count; i += gridDim.x * blockDim.x) {
        a.out[i] = philox_word(a.seed, a.stream, i);
    }
}
