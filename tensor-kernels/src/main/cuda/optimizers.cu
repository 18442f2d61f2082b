// From gradients to steps, with PyTorch's meaning of each optimizer.
#include "blocks.cuh"
#include "step.cuh"

struct Squares {
    const float *values;
    double *sums;
    int count;
};

// Each block adds up the squares of its part.
extern "C" __global__ void sums_of_squares(Squares p) {
    __shared__ double parts[THREADS];
    double sum = 0;
    for (int i = blockIdx.x * THREADS + threadIdx.x; i < p.count; i += gridDim.x * THREADS) {
        double value = p.values[i];
        sum += value * value;
    }
    sum = block_sum(sum, parts);
    if (threadIdx.x == 0) {
        p.sums[blockIdx.x] = sum;
    }
}

struct Clipping {
    const double *sums;
    const StepSettings *settings;
    float *scale;
    int count;
};

// The factor that shortens all gradients to the largest norm, as PyTorch's clip_grad_norm_ has it. One block.
extern "C" __global__ void clipping(Clipping p) {
    __shared__ double parts[THREADS];
    double sum = block_sum(threadIdx.x < p.count ? p.sums[threadIdx.x] : 0, parts);
    if (threadIdx.x == 0) {
        double limit = p.settings->clipNorm;
        double factor = limit / (sqrt(sum) + 1e-6);
        *p.scale = limit == 0 || factor > 1 ? 1 : (float)factor;
    }
}

struct Update {
    float *weights;
    const float *gradients;
    float *first;
    float *second;
    const StepSettings *settings;
    const float *scale;
    int count;
};

// In the order of OptimizerSpec.Kind.
enum { SGD, ADAM, ADAMW, RMSPROP };

extern "C" __global__ void update(Update p) {
    int i = blockIdx.x * THREADS + threadIdx.x;
    if (i >= p.count) {
        return;
    }
    const StepSettings s = *p.settings;
    float weight = p.weights[i];
    float gradient = fmaf(weight, s.decay, p.gradients[i] * *p.scale);
    float step;
    if (s.optimizer == ADAM || s.optimizer == ADAMW) {
        float mean = fmaf(p.first[i], s.beta1, gradient * s.fresh1);
        float square = fmaf(p.second[i], s.beta2, gradient * gradient * s.fresh2);
        p.first[i] = mean;
        p.second[i] = square;
        step = mean / fmaf(sqrtf(square), s.correction, s.epsilon);
    } else {
        if (s.optimizer == RMSPROP) {
            float square = fmaf(p.second[i], s.alpha, gradient * gradient * s.freshAlpha);
            p.second[i] = square;
            gradient = gradient / (sqrtf(square) + s.epsilon);
        }
        step = fmaf(p.first[i], s.momentum, gradient);
        p.first[i] = step;
    }
    p.weights[i] = fmaf(step, -s.rate, weight * s.keep);
}
