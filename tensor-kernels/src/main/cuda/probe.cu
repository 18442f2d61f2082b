// The kernel that the probe tries a device with.

struct ScaleAndAdd {
    const float *x; // [count]
    float *y;       // [count], added to
    float factor;
    int count;
};

extern "C" __global__ void scale_and_add(ScaleAndAdd arguments) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < arguments.count) {
        arguments.y[i] = fmaf(arguments.factor, arguments.x[i], arguments.y[i]);
    }
}
