// What a device knows of a lane: io.sweepforge.kernels.array.gpu.LaneLayout writes these structures field by field, in this
// order. Sizes are in elements; N is the batch of a step. Positions within parameters and workspace are in floats.
#pragma once

enum LayerKind { LAYER_DENSE, LAYER_LSTM, LAYER_CONV, LAYER_POOL, LAYER_RELU, LAYER_TANH, LAYER_DROPOUT };
enum LossKind { LOSS_CROSS_ENTROPY, LOSS_SQUARED_ERROR };
enum OptimizerKind { OPTIMIZER_SGD, OPTIMIZER_ADAM, OPTIMIZER_ADAMW, OPTIMIZER_RMSPROP };

// Kernels of trial arrays, each for networks that it is enough for: in one, LSTMs and convolutions would take registers from
// each other. No network has both.
enum LaneKernel {
    KERNEL_SEQUENCES,
    KERNEL_BF16_SEQUENCES,  // with LSTMs whose products are computed from bf16
    KERNEL_IMAGES,
    KERNEL_LARGE_IMAGES,  // with a convolution that finds no room in shared memory even for the smallest part
};

// Why a lane is no longer worked on.
enum LaneStatus {
    LANE_GOES_ON,   // it is not: its quantum is over
    LANE_STANDS,    // it was told to, or has done the steps it was given
    LANE_EPOCH,     // an epoch is trained and its outputs are evaluated
    LANE_DIVERGED,  // the loss is no longer a number
};

// y [N rows, units] of x [N rows, inputs]; W [inputs, units], b [units].
struct DenseShape {
    int rows, inputs, units;
};

// One level; for each direction U [I, 4H], R [H, 4H], b [4H] with the gates input, forget, candidate, output.
struct LstmShape {
    int steps, inputs, hidden, directions;
    int sequence;  // whether y is [N, T, D H] instead of [N, D H]
};

// What a convolution brings to fast memory at once: so many inputs of so many whole images, or of so many rows of the result (an
// even number) of one image; and of so many outputs (a multiple of 8) what belongs to them. Inputs and outputs change places
// where gradients of inputs are computed.
struct ConvTile {
    int images, rows, inputs, outputs;
    int height, pitch, plane;  // of an input's padded part; floats from row to row and from one input to the next
    int place;                 // in the workspace, for large images
};

// A convolution, with the ReLU and the maximum over windows of 2 x 2 that follow it at once.
struct ConvShape {
    int channels, height, width, filters, kernel, stride, padding;
    int rows, columns;         // of its own result
    int relu, pooled;          // whether they follow
    int out_rows, out_columns; // of what comes out
    int slices;                // parts of all pixels, of which each thread sums the weights' gradients for one
    int partial;               // position of sums of these parts
    ConvTile forward, back, weights;
};

// Maxima over windows of kernel x kernel pixels.
struct PoolShape {
    int channels, height, width, kernel, stride, out_height, out_width;
};

struct DropoutShape {
    int stage;      // names its random stream
    int threshold;  // of 2^24: the probability to drop an element
    float scale;    // of what is kept
};

struct Layer {
    int kind;
    int outputs;     // elements of one example's y
    int parameters;  // position of its first one
    int x, y;        // positions of input and output in the workspace
    int dx, dy;      // of their gradients; dx is -1 where nothing below learns
    int scratch;     // position of what it keeps from forward to backward
    int keep;        // for an LSTM: scratch of one direction
    union {
        DenseShape dense;
        LstmShape lstm;
        ConvShape conv;
        PoolShape pool;
        DropoutShape dropout;
    };
};

// Examples of a part of the data: the first one's input and target; the next ones lie a stride further each.
struct Part {
    int input, target;
    int evaluated;  // the first so many are evaluated after an epoch
};

struct Optimizer {
    double beta1, beta2, alpha, clip_norm;
    float momentum, epsilon, weight_decay;
    int kind;
};

struct Lane {
    // Set when it joins. Addresses of arrays in device memory.
    const Layer *layers;
    float *weights, *gradients, *first, *second;  // [parameters]; moments of the optimizer
    float *workspace;
    double *sums;      // [N], for the loss
    float *outputs;    // of all evaluated examples, part after part
    const float *inputs, *targets;
    const int *labels;
    int *order;        // [trained]: the order of the epoch's examples
    float *rates;      // the learning rate of each step of the epoch
    long long seed;
    Optimizer optimizer;
    int layer_count, first_trained, parameter_count;
    int loss, output_size;
    int input_size, input_stride, target_stride;
    int relative;  // whether targets are changes since the value before the first one
    int batch;     // N of a whole step
    int trained;   // examples of an epoch
    Part parts[3];  // training, validation, test
    // Changed by the device.
    int visited;       // examples of the epoch
    int evaluated;     // examples, of all parts together
    int steps_left;    // steps and batches of evaluation until it stands
    int shared_floats; // of dynamic shared memory that its block has
    long long step;    // since it was initialised
    double loss_sum;   // of each example's loss, over the epoch
};

// As LaneLayout counts them.
static_assert(sizeof(Layer) == 192, "nine integers, and a convolution's 39");
static_assert(sizeof(Lane) == 272, "13 addresses, the seed, the optimizer, 24 integers, the progress");
