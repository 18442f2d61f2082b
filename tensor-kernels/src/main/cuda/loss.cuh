// Losses and their gradients by the network's outputs, in double precision.
#pragma once

#include "lane.cuh"
#include "sums.cuh"

// What example `index` of the training part should give as its output number k.
static __device__ __forceinline__ double wanted(const Lane &lane, int index, int k) {
    const float *target = lane.targets + lane.parts[0].target + (long long)index * lane.target_stride;
    return target[k] - (lane.relative ? target[-1] : 0);
}

// Softmax cross-entropy of one row of logits; dy becomes its gradient, for a mean over the batch.
static __device__ double cross_entropy(const float *logits, int classes, int label, int batch, float *dy) {
    double largest = logits[0], sum = 0;
    for (int k = 1; k < classes; k++) {
        largest = logits[k] > largest ? logits[k] : largest;
    }
    for (int k = 0; k < classes; k++) {
        sum += exp(logits[k] - largest);
    }
    for (int k = 0; k < classes; k++) {
        dy[k] = (float)((exp(logits[k] - largest) / sum - (k == label)) / batch);
    }
    return log(sum) + largest - logits[label];
}

// The batch's mean loss, in every thread; writes the gradient of the outputs y to dy. `order` names the examples.
static __device__ double loss_gradient(const Lane &lane, const int *order, const float *y, float *dy, int batch) {
    int size = lane.output_size, count = batch * size;
    if (lane.loss == LOSS_SQUARED_ERROR) {
        for (int i = threadIdx.x; i < count; i += blockDim.x) {
            dy[i] = (float)(2 * (y[i] - wanted(lane, order[i / size], i % size)) / count);
        }
        double total = block_sum(count, [&](int i) {
            double difference = y[i] - wanted(lane, order[i / size], i % size);
            return difference * difference;
        });
        return total / count;
    }
    for (int n = threadIdx.x; n < batch; n += blockDim.x) {
        int label = lane.labels[lane.parts[0].target + order[n] * lane.target_stride];
        lane.sums[n] = cross_entropy(y + n * size, size, label, batch, dy + n * size);
    }
    __syncthreads();
    return block_sum(batch, [&](int n) { return lane.sums[n]; }) / batch;
}
