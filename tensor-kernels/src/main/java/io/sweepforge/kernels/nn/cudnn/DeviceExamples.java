package io.sweepforge.kernels.nn.cudnn;

/**
 * Examples that lie on a device. Training example i has its input {@code i * inputStride} elements after that of the first
 * one, and its label or targets {@code i * targetStride} elements after that one's.
 *
 * @param inputs address of the inputs of all examples
 * @param expected address of the labels, as integers, or the targets of all examples
 * @param relative whether targets are to be understood as changes since the element before their first one
 * @param firstInput element of {@code inputs} where that of the first training example begins
 * @param firstExpected element of {@code expected} where that of the first training example begins
 * @param trained training examples
 */
public record DeviceExamples(
        long inputs,
        long expected,
        int inputStride,
        int targetStride,
        boolean relative,
        int firstInput,
        int firstExpected,
        int trained) {
    /** For a network that is given its batches by the host. */
    static final DeviceExamples NONE = new DeviceExamples(0, 0, 0, 0, false, 0, 0, 0);
}
