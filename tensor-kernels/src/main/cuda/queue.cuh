// Lanes that wait for a block, first come first served, and what blocks tell the host. Used by one thread of a block.
#pragma once

// In device memory. An entry is a lane's slot plus 1, or 0 when it is free. There are as many entries as lanes.
struct Queue {
    int available;        // entries that may be taken
    unsigned head, tail;  // tickets of the next to be taken and to be given
    unsigned capacity;
    int entries[1];
};

// In page-locked memory of the host, which reads it while kernels run. The host waits for `sequence`, which is written last.
struct Report {
    long long sequence;  // 1 for the first of all reports
    long long step;
    double loss_sum;
    int lane;  // its slot
    int status;
    int visited, evaluated;  // examples of the epoch
};

struct Ring {
    Report *reports;
    unsigned long long *written;  // in device memory
    long long capacity;           // no fewer than lanes that may report before the host has read
};

// A lane's slot; -1 when none waits. It never waits for another block, other than one that is just giving or taking.
static __device__ int queue_take(Queue *queue) {
    int available = atomicAdd(&queue->available, 0);
    for (;;) {
        if (available <= 0) {
            return -1;
        }
        int seen = atomicCAS(&queue->available, available, available - 1);
        if (seen == available) {
            break;
        }
        available = seen;
    }
    int *entry = &queue->entries[atomicAdd(&queue->head, 1u) % queue->capacity], taken = 0;
    while (taken == 0) {
        taken = atomicExch(entry, 0);
    }
    __threadfence();
    return taken - 1;
}

static __device__ void queue_give(Queue *queue, int lane) {
    __threadfence();
    int *entry = &queue->entries[atomicAdd(&queue->tail, 1u) % queue->capacity];
    while (atomicCAS(entry, 0, lane + 1) != 0) {
    }
    atomicAdd(&queue->available, 1);
}

static __device__ void ring_write(const Ring &ring, Report report) {
    unsigned long long ticket = atomicAdd(ring.written, 1ull);
    Report *place = ring.reports + ticket % ring.capacity;
    report.sequence = 0;
    *place = report;
    __threadfence_system();
    *(volatile long long *)&place->sequence = (long long)ticket + 1;
}
