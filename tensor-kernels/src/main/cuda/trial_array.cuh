// A GPU full of trials: each block takes a lane from a queue, trains it for some steps and gives it back. One block is one
// trial, so that what a lane computes depends on nobody else; no block ever waits for another.
#pragma once

#include "lane.cuh"
#include "network.cuh"
#include "queue.cuh"

// Of kernels: the most threads of a block, and blocks that share a multiprocessor, which leaves each thread 128 registers.
static const int TRAIN_THREADS = 256;
static const int TRAIN_BLOCKS = 2;

struct TrainArguments {
    Lane *lanes;       // [slots]
    const int *stops;  // [slots]: the host wants the lane to stand; looked at before each step
    Queue *queue;
    Ring ring;
    int quantum;        // steps until other lanes have their turn
    int shared_floats;  // of dynamic shared memory for each block
};

// A step of training, or a batch of the evaluation after the epoch's last.
template <LaneKernel KERNEL>
static __device__ int advance(Lane &lane) {
    int status = LANE_GOES_ON;
    if (lane.visited < lane.trained) {
        int batch = min(lane.batch, lane.trained - lane.visited);
        double loss = train<KERNEL>(lane, batch);
        if (threadIdx.x == 0) {
            lane.step++;
            lane.visited += isfinite(loss) ? batch : 0;
            lane.loss_sum += loss * batch;
        }
        status = isfinite(loss) ? LANE_GOES_ON : LANE_DIVERGED;
    } else {
        int batch = lane.evaluated < evaluated_examples(lane) ? evaluate<KERNEL>(lane) : 0;
        status = lane.evaluated + batch == evaluated_examples(lane) ? LANE_EPOCH : LANE_GOES_ON;
        __syncthreads();
        if (threadIdx.x == 0) {
            lane.evaluated += batch;
        }
    }
    __syncthreads();
    return status;
}

// Whether the lane may do one more step; the same answer in every thread.
static __device__ bool may_go_on(Lane &lane, const int *stop) {
    __shared__ bool may;
    if (threadIdx.x == 0) {
        may = lane.steps_left > 0 && *(const volatile int *)stop == 0;
        lane.steps_left -= may;
    }
    __syncthreads();
    bool answer = may;
    __syncthreads();
    return answer;
}

template <LaneKernel KERNEL>
static __device__ int work(Lane &lane, const int *stop, int quantum) {
    int status = LANE_GOES_ON;
    for (int step = 0; step < quantum && status == LANE_GOES_ON; step++) {
        status = may_go_on(lane, stop) ? advance<KERNEL>(lane) : LANE_STANDS;
    }
    return status;
}

static __device__ void copy_lane(const Lane *from, Lane *to) {
    for (int i = threadIdx.x; i < (int)(sizeof(Lane) / sizeof(int)); i += blockDim.x) {
        ((int *)to)[i] = ((const int *)from)[i];
    }
    __syncthreads();
}

// Any grid; blocks end when no lane waits. Threads: up to 256, which changes nothing but the time.
template <LaneKernel KERNEL>
static __device__ void train_queue(const TrainArguments &a) {
    __shared__ Lane lane;
    __shared__ int slot;
    for (;;) {
        if (threadIdx.x == 0) {
            slot = queue_take(a.queue);
        }
        __syncthreads();
        int mine = slot;
        if (mine < 0) {
            return;
        }
        copy_lane(a.lanes + mine, &lane);
        lane.shared_floats = a.shared_floats;
        __syncthreads();
        int status = work<KERNEL>(lane, a.stops + mine, a.quantum);
        copy_lane(&lane, a.lanes + mine);
        if (threadIdx.x == 0) {
            if (status == LANE_GOES_ON) {
                queue_give(a.queue, mine);
            } else {
                ring_write(a.ring, {0, lane.step, lane.loss_sum, mine, status, lane.visited, lane.evaluated});
            }
        }
        __syncthreads();
    }
}
