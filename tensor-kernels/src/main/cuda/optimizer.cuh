// SGD with momentum, RMSprop, Adam and AdamW, with PyTorch's meaning of each name, as io.sweepforge.kernels.nn.OptimizerSpec.
#pragma once

#include "lane.cuh"
#include "sums.cuh"

// The same bits everywhere, which pow does not promise.
static __device__ double power(double base, long long exponent) {
    double result = 1;
    for (; exponent > 0; exponent >>= 1) {
        result = exponent & 1 ? result * base : result;
        base *= base;
    }
    return result;
}

// The factor of every gradient that keeps their norm within the limit, as clip_grad_norm_.
static __device__ double clipping(const Lane &lane) {
    double limit = lane.optimizer.clip_norm;
    if (limit == 0) {
        return 1;
    }
    double squares = block_sum(lane.parameter_count, [&](int i) {
        double gradient = lane.gradients[i];
        return gradient * gradient;
    });
    double scale = limit / (sqrt(squares) + 1e-6);
    return scale > 1 ? 1 : scale;
}

// One step, number lane.step + 1.
static __device__ void update(const Lane &lane, float rate) {
    const Optimizer &o = lane.optimizer;
    float scale = (float)clipping(lane);
    float keep1 = (float)o.beta1, take1 = (float)(1 - o.beta1), keep2 = (float)o.beta2, take2 = (float)(1 - o.beta2);
    float keep = (float)o.alpha, take = (float)(1 - o.alpha);
    float bias1 = (float)(1 - power(o.beta1, lane.step + 1)), bias2 = (float)(1 - power(o.beta2, lane.step + 1));
    for (int i = threadIdx.x; i < lane.parameter_count; i += blockDim.x) {
        float weight = lane.weights[i], decay = o.weight_decay * weight;
        float gradient = lane.gradients[i] * scale + (o.kind == OPTIMIZER_ADAMW ? 0 : decay);
        float change;
        if (o.kind == OPTIMIZER_ADAM || o.kind == OPTIMIZER_ADAMW) {
            float first = lane.first[i] = keep1 * lane.first[i] + take1 * gradient;
            float second = lane.second[i] = keep2 * lane.second[i] + take2 * gradient * gradient;
            change = first / bias1 / (sqrtf(second / bias2) + o.epsilon) + (o.kind == OPTIMIZER_ADAMW ? decay : 0);
        } else {
            if (o.kind == OPTIMIZER_RMSPROP) {
                float second = lane.second[i] = keep * lane.second[i] + take * gradient * gradient;
                gradient /= sqrtf(second) + o.epsilon;
            }
            change = lane.first[i] = o.momentum * lane.first[i] + gradient;
        }
        lane.weights[i] = weight - rate * change;
    }
}
