// Kernels that show whether the emulator does what CUDA C says.

struct CheckArguments {
    float *values;
    int count;
};

// values [blocks, count]: each block reverses its row by way of shared memory.
extern "C" __global__ void reverse_rows(const CheckArguments a) {
    extern __shared__ float dynamic_shared[];
    float *row = a.values + blockIdx.x * a.count;
    for (int i = threadIdx.x; i < a.count; i += blockDim.x) {
        dynamic_shared[i] = row[i];
    }
    __syncthreads();
    for (int i = threadIdx.x; i < a.count; i += blockDim.x) {
        row[i] = dynamic_shared[a.count - 1 - i];
    }
}

// The same without the barrier: right in no order of the threads.
extern "C" __global__ void reverse_rows_carelessly(const CheckArguments a) {
    extern __shared__ float dynamic_shared[];
    float *row = a.values + blockIdx.x * a.count;
    for (int i = threadIdx.x; i < a.count; i += blockDim.x) {
        dynamic_shared[i] = row[i];
    }
    for (int i = threadIdx.x; i < a.count; i += blockDim.x) {
        row[i] = dynamic_shared[a.count - 1 - i];
    }
}

// values [count] become in every thread of a warp the warp's sum.
extern "C" __global__ void sum_warps(const CheckArguments a) {
    float sum = a.values[threadIdx.x];
    for (int distance = 16; distance > 0; distance /= 2) {
        sum += __shfl_xor_sync(0xffffffffu, sum, distance);
    }
    a.values[threadIdx.x] = sum;
}

// values[0]: threads of the grid; values[1]: the largest id of one.
extern "C" __global__ void count_threads(const CheckArguments a) {
    atomicAdd(&a.values[0], 1.0f);
    atomicMax((int *)&a.values[1], (int)(blockIdx.x * blockDim.x + threadIdx.x));
}

// The first thread leaves, the others wait for it.
extern "C" __global__ void leave_alone(const CheckArguments a) {
    if (threadIdx.x > 0) {
        __syncthreads();
    }
}

extern "C" __global__ void trap(const CheckArguments a) {
    if (threadIdx.x == 2) {
        __trap();
    }
}
