// levels: 80
// Lanes of networks with LSTMs, whose products tensor cores compute from bf16.
#include "lstm_bf16.cuh"
#include "trial_array.cuh"

extern "C" __global__ void __launch_bounds__(TRAIN_THREADS, TRAIN_BLOCKS) train_bf16_lanes(const TrainArguments a) {
    train_queue<KERNEL_BF16_SEQUENCES>(a);
}
