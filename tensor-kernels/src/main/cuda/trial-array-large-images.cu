// Lanes of networks with a convolution that finds no room in shared memory even for the smallest part of its images.
#include "trial_array.cuh"

extern "C" __global__ void __launch_bounds__(TRAIN_THREADS, TRAIN_BLOCKS) train_large_image_lanes(const TrainArguments a) {
    train_queue<KERNEL_LARGE_IMAGES>(a);
}
