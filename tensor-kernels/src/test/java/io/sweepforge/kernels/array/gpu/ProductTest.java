package io.sweepforge.kernels.array.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.kernels.gpu.DeviceMemory;
import io.sweepforge.kernels.gpu.emulated.EmulatedGpu;
import io.sweepforge.kernels.gpu.emulated.ThreadOrder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Products of trial arrays are summed in one order, whatever the shared memory and the threads: the bits of plain loops. Rooms are
 * from none, where nothing is staged, to one for everything.
 */
class ProductTest {
    private static final int ARGUMENT_BYTES = 112;
    private static final int[] ROOMS = {0, 100, 1000, 6_912, 27_648};
    private static final int[] THREADS = {32, 75, 256};

    private final Random random = new Random(11);

    /** A factor's element of a line at a depth. */
    private interface Elements {
        float at(int line, int o, int k);
    }

    private record Shape(int rows, int columns, int outer, int inner) {}

    /** An array of the device, and how a factor reads it. */
    private record Matrix(float[] values, int line, int outer, int inner) {
        Elements elements() {
            return (i, o, k) -> values[i * line + o * outer + k * inner];
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "5, 3, 7", "33, 129, 65", "130, 67, 33", "517, 3, 40", "1, 300, 9", "9, 10, 1001"})
    void ofLinesTimesLinesAreTheSameEverywhere(int rows, int columns, int depth) {
        check(
                new Shape(rows, columns, 1, depth),
                new Matrix(numbers(rows * depth), depth, 0, 1),
                new Matrix(numbers(columns * depth), depth, 0, 1));
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "5, 3, 7", "33, 129, 65", "130, 67, 33", "517, 3, 40", "1, 300, 9"})
    void ofLinesTimesColumnsAreTheSameEverywhere(int rows, int columns, int depth) {
        check(
                new Shape(rows, columns, 1, depth),
                new Matrix(numbers(rows * depth), depth, 0, 1),
                new Matrix(numbers(depth * columns), 1, 0, columns));
    }

    /** The depth is examples of several steps, each of which is summed by itself. */
    @ParameterizedTest
    @CsvSource({"1, 1, 1, 1", "7, 5, 31, 1", "5, 9, 3, 13", "66, 131, 5, 11", "129, 65, 2, 37"})
    void ofColumnsTimesColumnsAreTheSameEverywhere(int rows, int columns, int examples, int steps) {
        check(
                new Shape(rows, columns, examples, steps),
                new Matrix(numbers(examples * steps * rows), 1, steps * rows, rows),
                new Matrix(numbers(examples * steps * columns), 1, steps * columns, columns));
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 5, 3, -1", "3, 5, 4, 1, -1", "7, 13, 5, 9, -1", "7, 13, 5, 9, 1", "16, 33, 3, 21, 1"})
    void ofInputsResultsAndOnesAreTheSameEverywhere(int inputs, int hidden, int examples, int steps, int before) {
        float[] x = numbers(examples * steps * inputs);
        float[] results = numbers(examples * steps * hidden);
        Elements given = (i, o, k) -> {
            if (i < inputs) {
                return x[(o * steps + k) * inputs + i];
            }
            boolean any = k + before >= 0 && k + before < steps;
            return i == inputs + hidden ? 1 : any ? results[(o * steps + k + before) * hidden + i - inputs] : 0;
        };
        int columns = Math.max(1, 4 * hidden);
        Matrix second = new Matrix(numbers(examples * steps * columns), 1, steps * columns, columns);
        try (Device device = new Device()) {
            ByteBuffer arguments = arguments();
            device.putMatrix(arguments, second);
            device.putMatrix(arguments, second);
            arguments.putLong(device.upload(x)).putLong(device.upload(results));
            arguments.putInt(inputs).putInt(hidden).putInt(steps).putInt(before);
            Shape shape = new Shape(inputs + hidden + 1, columns, examples, steps);
            device.check(shape, arguments, expected(shape, given, second.elements()));
        }
    }

    private void check(Shape shape, Matrix first, Matrix second) {
        try (Device device = new Device()) {
            ByteBuffer arguments = arguments();
            device.putMatrix(arguments, first);
            device.putMatrix(arguments, second);
            arguments.position(arguments.position() + 32);
            device.check(shape, arguments, expected(shape, first.elements(), second.elements()));
        }
    }

    private float[] numbers(int count) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        return numbers;
    }

    private static float[] expected(Shape shape, Elements a, Elements b) {
        float[] expected = new float[shape.rows * shape.columns];
        for (int i = 0; i < expected.length; i++) {
            for (int o = 0; o < shape.outer; o++) {
                float part = 0;
                for (int k = 0; k < shape.inner; k++) {
                    part = Math.fma(a.at(i / shape.columns, o, k), b.at(i % shape.columns, o, k), part);
                }
                expected[i] += part;
            }
        }
        return expected;
    }

    private static ByteBuffer arguments() {
        return ByteBuffer.allocate(ARGUMENT_BYTES).order(ByteOrder.nativeOrder());
    }

    /** An emulated GPU with the arrays of one product. */
    private static final class Device implements AutoCloseable {
        private final EmulatedGpu gpu = EmulatedGpu.open(64 << 20, ThreadOrder.SEEDED);
        private final Transfers transfers = new Transfers(gpu);
        private final List<DeviceMemory> arrays = new ArrayList<>();

        long upload(float[] values) {
            DeviceMemory memory = gpu.allocate(Math.max(4, 4L * values.length));
            arrays.add(memory);
            transfers.upload(values, memory.address());
            return memory.address();
        }

        void putMatrix(ByteBuffer arguments, Matrix matrix) {
            arguments.putLong(upload(matrix.values));
            arguments
                    .putInt(matrix.line)
                    .putInt(matrix.outer)
                    .putInt(matrix.inner)
                    .putInt(0);
        }

        /** The rest of the arguments, and every room with every number of threads. */
        void check(Shape shape, ByteBuffer arguments, float[] expected) {
            long to = upload(expected);
            arguments.putLong(to);
            arguments
                    .putInt(shape.rows)
                    .putInt(shape.columns)
                    .putInt(shape.outer)
                    .putInt(shape.inner);
            for (int room : ROOMS) {
                arguments.putInt(104, room);
                for (int threads : THREADS) {
                    float[] results = new float[expected.length];
                    transfers.upload(results, to);
                    run(arguments, room, threads);
                    transfers.download(to, results);
                    assertThat(results).as("room %d, %d threads", room, threads).containsExactly(expected);
                }
            }
        }

        private void run(ByteBuffer arguments, int room, int threads) {
            try (var stream = gpu.newStream()) {
                stream.launch(
                        gpu.kernel("product-checks", "multiply_factors"),
                        1,
                        threads,
                        (room + 1) * Float.BYTES,
                        arguments.duplicate().order(ByteOrder.nativeOrder()).clear());
            }
        }

        @Override
        public void close() {
            arrays.forEach(DeviceMemory::close);
            transfers.close();
            gpu.close();
        }
    }
}
