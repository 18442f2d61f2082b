// A lane's network: its layers one after the other, a training step, a batch of an evaluation. All threads of the block take
// part in everything. KERNEL says which layers there may be; the host chooses it by the network.
#pragma once

#include "conv.cuh"
#include "dense.cuh"
#include "elementwise.cuh"
#include "lane.cuh"
#include "loss.cuh"
#include "lstm.cuh"
#include "optimizer.cuh"
#include "pool.cuh"

// Inputs of a part's examples order[0] to order[batch - 1]; with order null, of `from` and those after it.
static __device__ void gather(const Lane &lane, const Part &part, const int *order, int from, int batch) {
    float *x = lane.workspace + lane.layers[0].x;
    for (int i = threadIdx.x; i < batch * lane.input_size; i += blockDim.x) {
        int n = i / lane.input_size, example = order ? order[n] : from + n;
        x[i] = lane.inputs[part.input + (long long)example * lane.input_stride + i % lane.input_size];
    }
    __syncthreads();
}

template <LaneKernel KERNEL>
static constexpr bool HAS_IMAGES = KERNEL == KERNEL_IMAGES || KERNEL == KERNEL_LARGE_IMAGES;

template <LaneKernel KERNEL>
static __device__ void layer_forward(const Lane &lane, const Layer &layer, int batch, bool training) {
    const float *weights = lane.weights + layer.parameters, *x = lane.workspace + layer.x;
    float *y = lane.workspace + layer.y;
    int count = batch * layer.outputs;
    if constexpr (HAS_IMAGES<KERNEL>) {
        switch (layer.kind) {
            case LAYER_CONV: conv_forward<KERNEL == KERNEL_IMAGES>(layer, weights, lane.workspace, batch); break;
            case LAYER_POOL: pool_forward(layer.pool, x, y, (int *)lane.workspace + layer.scratch, batch); break;
        }
    } else if (layer.kind == LAYER_LSTM) {
        lstm_forward<KERNEL>(layer, weights, lane.workspace, lane.shared_floats, batch);
    }
    switch (layer.kind) {
        case LAYER_DENSE: dense_forward(layer.dense, weights, x, y, lane.shared_floats, batch); break;
        case LAYER_RELU:
        case LAYER_TANH: activation_forward(layer.kind, x, y, count); break;
        case LAYER_DROPOUT:
            if (training) {
                dropout(layer.dropout, lane.seed, lane.step, x, y, count);
            } else {
                copy(x, y, count);
            }
            break;
    }
    __syncthreads();
}

template <LaneKernel KERNEL>
static __device__ void layer_backward(const Lane &lane, const Layer &layer, int batch) {
    const float *weights = lane.weights + layer.parameters, *x = lane.workspace + layer.x;
    const float *y = lane.workspace + layer.y, *dy = lane.workspace + layer.dy;
    float *gradients = lane.gradients + layer.parameters, *dx = layer.dx < 0 ? nullptr : lane.workspace + layer.dx;
    int count = batch * layer.outputs;
    if constexpr (HAS_IMAGES<KERNEL>) {
        switch (layer.kind) {
            case LAYER_CONV: conv_backward<KERNEL == KERNEL_IMAGES>(layer, weights, lane.workspace, gradients, batch); break;
            case LAYER_POOL: pool_backward(layer.pool, dy, dx, (int *)lane.workspace + layer.scratch, batch); break;
        }
    } else if (layer.kind == LAYER_LSTM) {
        lstm_backward<KERNEL>(layer, weights, lane.workspace, gradients, lane.shared_floats, batch);
    }
    switch (layer.kind) {
        case LAYER_DENSE:
            dense_backward(layer.dense, weights, x, dy, gradients, dx, lane.shared_floats, batch);
            break;
        case LAYER_RELU:
        case LAYER_TANH: activation_backward(layer.kind, y, dy, dx, count); break;
        case LAYER_DROPOUT: dropout(layer.dropout, lane.seed, lane.step, dy, dx, count); break;
    }
    __syncthreads();
}

template <LaneKernel KERNEL>
static __device__ void forward(const Lane &lane, int batch, bool training) {
    for (int i = 0; i < lane.layer_count; i++) {
        layer_forward<KERNEL>(lane, lane.layers[i], batch, training);
    }
}

// One step on the epoch's next examples. Returns the batch's mean loss before it; when that is not finite, nothing is learned.
template <LaneKernel KERNEL>
static __device__ double train(const Lane &lane, int batch) {
    const int *order = lane.order + lane.visited;
    const Layer &last = lane.layers[lane.layer_count - 1];
    gather(lane, lane.parts[0], order, 0, batch);
    forward<KERNEL>(lane, batch, true);
    double loss = loss_gradient(lane, order, lane.workspace + last.y, lane.workspace + last.dy, batch);
    if (isfinite(loss)) {
        for (int i = lane.layer_count - 1; i >= lane.first_trained; i--) {
            layer_backward<KERNEL>(lane, lane.layers[i], batch);
        }
        update(lane, lane.rates[lane.visited / lane.batch]);
    }
    __syncthreads();
    return loss;
}

// Examples of all parts that are evaluated.
static __device__ __forceinline__ int evaluated_examples(const Lane &lane) {
    return lane.parts[0].evaluated + lane.parts[1].evaluated + lane.parts[2].evaluated;
}

// Outputs of the next examples to evaluate, of one part; returns how many.
template <LaneKernel KERNEL>
static __device__ int evaluate(const Lane &lane) {
    int part = 0, from = lane.evaluated;
    while (from >= lane.parts[part].evaluated) {
        from -= lane.parts[part++].evaluated;
    }
    int batch = min(lane.batch, lane.parts[part].evaluated - from);
    gather(lane, lane.parts[part], nullptr, from, batch);
    forward<KERNEL>(lane, batch, false);
    const float *y = lane.workspace + lane.layers[lane.layer_count - 1].y;
    copy(y, lane.outputs + (long long)lane.evaluated * lane.output_size, batch * lane.output_size);
    __syncthreads();
    return batch;
}
