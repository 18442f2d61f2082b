// Losses and their gradients, sums in double precision, by one block.
#include "blocks.cuh"

struct Batch {
    const float *values;
    const void *expected;
    float *gradients;
    double *loss;
    int batch;
    int outputs;
};

// Values are log-probabilities [batch, outputs], expected are labels; gradients are by the log-probabilities.
extern "C" __global__ void cross_entropy(Batch p) {
    __shared__ double parts[THREADS];
    const int *labels = (const int *)p.expected;
    float share = (float)(-1.0 / p.batch);
    for (int i = threadIdx.x; i < p.batch * p.outputs; i += THREADS) {
        p.gradients[i] = i % p.outputs == labels[i / p.outputs] ? share : 0;
    }
    double sum = 0;
    for (int n = threadIdx.x; n < p.batch; n += THREADS) {
        sum -= p.values[n * p.outputs + labels[n]];
    }
    sum = block_sum(sum, parts);
    if (threadIdx.x == 0) {
        *p.loss = sum / p.batch;
    }
}

// Mean squared error; expected are targets [batch, outputs].
extern "C" __global__ void squared_error(Batch p) {
    __shared__ double parts[THREADS];
    const float *targets = (const float *)p.expected;
    int count = p.batch * p.outputs;
    double sum = 0;
    for (int i = threadIdx.x; i < count; i += THREADS) {
        double difference = (double)p.values[i] - targets[i];
        sum += difference * difference;
        p.gradients[i] = (float)(2 * difference / count);
    }
    sum = block_sum(sum, parts);
    if (threadIdx.x == 0) {
        *p.loss = sum / count;
    }
}
