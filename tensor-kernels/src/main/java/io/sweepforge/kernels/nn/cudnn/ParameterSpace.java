package io.sweepforge.kernels.nn.cudnn;

import io.sweepforge.kernels.nn.cudnn.MemoryPlan.Place;
import java.util.List;

/**
 * Where a network's parameters lie on the device: each layer has an area laid out as its kernels want it, and every flat
 * parameter has its place in one of them. Weights, gradients and optimizer state are four arrays of that layout. Gaps stay
 * 0 in all of them.
 */
final class ParameterSpace {
    private final MemoryPlan memory;
    /** Index of an element on the device by the index of a flat parameter. */
    private final int[] elements;

    private long bytes;
    private List<Place> arrays = List.of();

    ParameterSpace(MemoryPlan memory, int count) {
        this.memory = memory;
        this.elements = new int[count];
    }

    /** An area of its own, as bytes from the beginning of each array. */
    long area(long length) {
        long area = bytes;
        bytes = Math.addExact(bytes, MemoryPlan.aligned(length));
        return area;
    }

    /** Flat parameter {@code parameter} lies {@code offset} bytes from the beginning of each array. */
    void place(int parameter, long offset) {
        elements[parameter] = Math.toIntExact(offset / Float.BYTES);
    }

    /** A run of flat parameters that lie one after the other. */
    void placeAll(int parameter, int count, long offset) {
        for (int i = 0; i < count; i++) {
            place(parameter + i, offset + (long) i * Float.BYTES);
        }
    }

    /** Reserves the arrays, once all areas are known. */
    void reserve() {
        arrays = List.of(memory.reserve(bytes), memory.reserve(bytes), memory.reserve(bytes), memory.reserve(bytes));
    }

    long weights() {
        return arrays.get(0).address();
    }

    long gradients() {
        return arrays.get(1).address();
    }

    /** Momentum, or Adam's first moment. */
    long first() {
        return arrays.get(2).address();
    }

    /** RMSprop's mean square, or Adam's second moment. */
    long second() {
        return arrays.get(3).address();
    }

    /** Bytes of an array. */
    int bytes() {
        return Math.toIntExact(bytes);
    }

    /** Elements of an array, gaps included. */
    int count() {
        return bytes() / Float.BYTES;
    }

    /** Byte offset in an array of a flat parameter. */
    int offset(int parameter) {
        return elements[parameter] * Float.BYTES;
    }
}
