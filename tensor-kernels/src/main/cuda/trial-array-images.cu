// Lanes of networks with convolutions or pooling.
#include "trial_array.cuh"

extern "C" __global__ void __launch_bounds__(TRAIN_THREADS, TRAIN_BLOCKS) train_image_lanes(const TrainArguments a) {
    train_queue<KERNEL_IMAGES>(a);
}
