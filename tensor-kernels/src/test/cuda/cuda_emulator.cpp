// Runs the threads of a block as fibers: each in turn until it waits or is done, in a chosen order, and again once everybody
// whom it waits for has come. Results must not depend on the order; where they do, a barrier is missing.
#include "cuda_emulator.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>

#include "fiber.h"

namespace {

constexpr int MOST_THREADS = 1024;
constexpr int MOST_WARPS = MOST_THREADS / warpSize;
constexpr size_t STACK_BYTES = 64 << 10;
constexpr size_t MOST_SHARED_BYTES = 228 << 10;

enum class Waits : char { NO, FOR_WARP, FOR_BLOCK, DONE };
enum class Order : int { ASCENDING, DESCENDING, SEEDED };

// Two sets of slots, used in turn: whoever writes the second has read the first.
struct Warp {
    uint64_t slots[2][warpSize];
};

struct Block {
    void *scheduler;
    void *fibers[MOST_THREADS];
    Waits waits[MOST_THREADS];
    bool parity[MOST_THREADS];
    int sequence[MOST_THREADS];
    Warp warps[MOST_WARPS];
    char *stacks;
    EmulatedKernel kernel;
    const void *arguments;
    int threads;
    Order order;
    uint64_t random;
    char error[200];
};

// Taken when a thread of the host launches first, and kept for its launches to come.
thread_local Block *block = nullptr;

void wait(Waits what) {
    int self = threadIdx.x;
    block->waits[self] = what;
    fiber_switch(&block->fibers[self], block->scheduler);
}

void run_kernel() {
    block->kernel(block->arguments);
    wait(Waits::DONE);
    abort();
}

uint64_t next_random() {
    uint64_t x = block->random;
    x ^= x << 13;
    x ^= x >> 7;
    x ^= x << 17;
    return block->random = x;
}

void arrange() {
    int count = block->threads;
    for (int i = 0; i < count; i++) {
        block->sequence[i] = block->order == Order::DESCENDING ? count - 1 - i : i;
    }
    for (int i = count - 1; block->order == Order::SEEDED && i > 0; i--) {
        std::swap(block->sequence[i], block->sequence[next_random() % (i + 1)]);
    }
}

void run_who_can() {
    for (int i = 0; i < block->threads && !block->error[0]; i++) {
        int thread = block->sequence[i];
        if (block->waits[thread] == Waits::NO) {
            emulated_place.thread.x = thread;
            fiber_switch(&block->scheduler, block->fibers[thread]);
        }
    }
}

// Threads from `begin` on, below `end`, that are in a state.
int count(int begin, int end, Waits what) {
    return (int)std::count(block->waits + begin, block->waits + end, what);
}

bool release(int begin, int end, Waits what) {
    if (count(begin, end, what) < end - begin) {
        return false;
    }
    std::fill(block->waits + begin, block->waits + end, Waits::NO);
    return true;
}

bool release_somebody() {
    bool released = false;
    for (int begin = 0; begin < block->threads; begin += warpSize) {
        released |= release(begin, std::min(begin + warpSize, block->threads), Waits::FOR_WARP);
    }
    return released || release(0, block->threads, Waits::FOR_BLOCK);
}

void run_block() {
    for (int thread = 0; thread < block->threads; thread++) {
        block->fibers[thread] = fiber_prepare(block->stacks + thread * STACK_BYTES, STACK_BYTES, run_kernel);
        block->waits[thread] = Waits::NO;
        block->parity[thread] = false;
    }
    int all = block->threads;
    while (!block->error[0] && count(0, all, Waits::DONE) < all) {
        arrange();
        run_who_can();
        if (!block->error[0] && count(0, all, Waits::DONE) < all && !release_somebody()) {
            snprintf(block->error, sizeof block->error,
                     "of %d threads of block %u, %d wait for their block, %d for their warp and %d have ended", all,
                     blockIdx.x, count(0, all, Waits::FOR_BLOCK), count(0, all, Waits::FOR_WARP),
                     count(0, all, Waits::DONE));
        }
    }
}

Block *take_block() {
    Block *fresh = (Block *)calloc(1, sizeof(Block));
    size_t bytes = MOST_THREADS * STACK_BYTES;
    fresh->stacks = (char *)mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (fresh->stacks == MAP_FAILED) {
        abort();
    }
    return fresh;
}

}  // namespace

thread_local EmulatedPlace emulated_place;
thread_local __align__(256) char dynamic_shared[MOST_SHARED_BYTES];

void __syncthreads() { wait(Waits::FOR_BLOCK); }

void emulator_fail(const char *what) {
    snprintf(block->error, sizeof block->error, "thread %u of block %u: %s", threadIdx.x, blockIdx.x, what);
    wait(Waits::DONE);
    abort();
}

const uint64_t *emulator_gather(unsigned mask, uint64_t value) {
    if (mask != 0xffffffffu) {
        emulator_fail("exchanges within a warp need the full mask here");
    }
    int self = threadIdx.x;
    uint64_t *slots = block->warps[self / warpSize].slots[block->parity[self]];
    block->parity[self] = !block->parity[self];
    slots[self % warpSize] = value;
    wait(Waits::FOR_WARP);
    return slots;
}

uint64_t emulator_exchange(unsigned mask, uint64_t value, int source) {
    const uint64_t *slots = emulator_gather(mask, value);
    unsigned begin = threadIdx.x / warpSize * warpSize;
    return begin + source < blockDim.x ? slots[source] : value;
}

// Returns nullptr, or what went wrong, to be read before this thread of the host launches again.
extern "C" const char *emulator_launch(EmulatedKernel kernel, const void *arguments, int grid, int threads,
                                       int shared_bytes, int order, uint64_t seed) {
    if (!block) {
        block = take_block();
    }
    block->kernel = kernel;
    block->arguments = arguments;
    block->threads = threads;
    block->order = (Order)order;
    block->random = seed * 2 + 1;
    block->error[0] = 0;
    emulated_place = {{0, 0, 0}, {0, 0, 0}, {(unsigned)threads, 1, 1}, {(unsigned)grid, 1, 1}};
    for (int index = 0; index < grid && !block->error[0]; index++) {
        emulated_place.block.x = index;
        // Nobody may rely on what shared memory holds at first: these bytes are not numbers.
        memset(dynamic_shared, 0xff, shared_bytes);
        run_block();
    }
    return block->error[0] ? block->error : nullptr;
}
