package io.sweepforge.kernels.array.gpu;

import io.sweepforge.kernels.family.ExampleArrays;
import io.sweepforge.kernels.gpu.Arena;
import io.sweepforge.kernels.gpu.DeviceMemory;

/** All examples of a data set on the device, once for all lanes. */
final class ResidentExamples implements AutoCloseable {
    private final DeviceMemory inputs;
    private final DeviceMemory expected;
    private final boolean labelled;

    /** @throws io.sweepforge.kernels.gpu.GpuException when the arena has no room for them */
    ResidentExamples(ExampleArrays arrays, Arena arena, Transfers transfers) {
        labelled = arrays.labels().length > 0;
        inputs = arena.allocate(4L * arrays.inputs().length);
        try {
            expected = arena.allocate(4L * (labelled ? arrays.labels().length : arrays.targets().length));
        } catch (RuntimeException e) {
            inputs.close();
            throw e;
        }
        transfers.upload(arrays.inputs(), inputs.address());
        if (labelled) {
            transfers.upload(arrays.labels(), expected.address());
        } else {
            transfers.upload(arrays.targets(), expected.address());
        }
    }

    long inputs() {
        return inputs.address();
    }

    /** Labels or targets. */
    long expected() {
        return expected.address();
    }

    /** 0 for a classification. */
    long targets() {
        return labelled ? 0 : expected.address();
    }

    /** 0 for a forecast. */
    long labels() {
        return labelled ? expected.address() : 0;
    }

    @Override
    public void close() {
        expected.close();
        inputs.close();
    }
}
