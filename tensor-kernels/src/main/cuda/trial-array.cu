// Lanes of networks with neither convolutions nor pooling.
#include "trial_array.cuh"

extern "C" __global__ void __launch_bounds__(TRAIN_THREADS, TRAIN_BLOCKS) train_lanes(const TrainArguments a) {
    train_queue<KERNEL_SEQUENCES>(a);
}
