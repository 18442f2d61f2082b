// Between whole sequences of an LSTM and its final states.
#include "blocks.cuh"

// Sequences are [batch, steps, directions, hidden], states [batch, directions, hidden].
struct LastStates {
    const float *from;
    float *to;
    int batch;
    int steps;
    int hidden;
    int directions;
};

// The forward direction ends at the last step, the backward direction at the first.
static __device__ __forceinline__ int last_step(const LastStates *p, int direction) {
    return direction == 0 ? p->steps - 1 : 0;
}

// States from a sequence; one thread for each element of the states.
extern "C" __global__ void last_states(LastStates p) {
    int i = blockIdx.x * THREADS + threadIdx.x;
    int width = p.directions * p.hidden;
    if (i < p.batch * width) {
        int n = i / width;
        p.to[i] = p.from[(n * p.steps + last_step(&p, i / p.hidden % p.directions)) * width + i % width];
    }
}

// Gradients by a sequence from those by its states; one thread for each element of the sequence.
extern "C" __global__ void last_state_gradients(LastStates p) {
    int i = blockIdx.x * THREADS + threadIdx.x;
    int width = p.directions * p.hidden;
    if (i < p.batch * p.steps * width) {
        int n = i / width / p.steps;
        bool last = i / width % p.steps == last_step(&p, i / p.hidden % p.directions);
        p.to[i] = last ? p.from[n * width + i % width] : 0;
    }
}
