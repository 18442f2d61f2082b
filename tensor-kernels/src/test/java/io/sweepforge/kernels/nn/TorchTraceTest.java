package io.sweepforge.kernels.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sweepforge.kernels.nn.LayerSpec.Activation;
import io.sweepforge.kernels.nn.OptimizerSpec.Kind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Losses over 200 steps beside those of PyTorch in double precision, from the same weights and batches. The trace is written
 * by {@code benchmarks/peers/torch_trace.py}, which computes both by the formulas below and names the networks.
 */
class TorchTraceTest {
    private static final NetworkSpec FORECASTER = new NetworkSpec(
            List.of(12, 3),
            List.of(new LayerSpec.Lstm(20, 2, false, false), new LayerSpec.Dense(1)),
            Loss.MEAN_SQUARED_ERROR);
    private static final NetworkSpec CLASSIFIER = new NetworkSpec(
            List.of(1, 12, 12),
            List.of(
                    new LayerSpec.Conv2d(5, 3, 1, 1),
                    new Activation(Activation.Function.RELU),
                    new LayerSpec.MaxPool2d(2, 2),
                    new LayerSpec.Conv2d(10, 3, 1, 1),
                    new Activation(Activation.Function.RELU),
                    new LayerSpec.MaxPool2d(2, 2),
                    new LayerSpec.Flatten(),
                    new LayerSpec.Dense(4)),
            Loss.SOFTMAX_CROSS_ENTROPY);

    /** The tolerance is of the loss or of the first one, whichever is larger: what training amplifies is not the loss. */
    @ParameterizedTest
    @CsvSource({
        "reference, lstm-adam, 1e-10",
        "reference, conv-adam, 1e-10",
        "reference, conv-sgd, 1e-10",
        "vector, lstm-adam, 1e-5",
        "vector, conv-adam, 1e-5",
        "vector, conv-sgd, 1e-5",
        "cudnn, lstm-adam, 1e-5",
        "cudnn, conv-adam, 1e-5",
        "cudnn, conv-sgd, 1e-5"
    })
    void losesWhatPyTorchLoses(String backend, String name, double tolerance) throws IOException {
        double[] expected = trace(name);
        try (Network network = network(backend, name)) {
            for (int step = 0; step < expected.length; step++) {
                double loss = train(network, name, step);
                assertThat(loss).as("loss of step %d", step).isCloseTo(expected[step], within(tolerance * expected[0]));
            }
        }
    }

    private static Network network(String backend, String name) {
        Network network = name.startsWith("lstm")
                ? TestBackends.named(backend).plan(FORECASTER, 8)
                : TestBackends.named(backend).plan(CLASSIFIER, 6);
        network.initialise(1);
        float[] weights = new float[network.spec().parameterCount()];
        wave(weights, 0, weights.length, 0.3, 1.7, 0.2);
        double[] exact = new double[weights.length];
        Arrays.setAll(exact, i -> weights[i]);
        network.setWeights(exact);
        return network;
    }

    private static double train(Network network, String name, int step) {
        return switch (name) {
            case "lstm-adam" -> forecast(network, step);
            case "conv-adam" -> classify(network, step, OptimizerSpec.of(Kind.ADAM), 0.002);
            default -> classify(network, step, OptimizerSpec.of(Kind.SGD).withMomentum(0.9), 0.02);
        };
    }

    private static double forecast(Network network, int step) {
        float[] inputs = new float[8 * 36];
        float[] targets = new float[8];
        wave(inputs, 0, inputs.length, 1, 0.13, 0.7 * step);
        wave(targets, 0, targets.length, 0.8, 36 * 0.13, 36 * 0.13 + 0.7 * step);
        return network.train(inputs, targets, 8, OptimizerSpec.of(Kind.ADAM), 0.005);
    }

    private static double classify(Network network, int step, OptimizerSpec optimizer, double learningRate) {
        float[] images = new float[6 * 144];
        int[] labels = new int[6];
        for (int n = 0; n < labels.length; n++) {
            labels[n] = (n + step) % 4;
            wave(images, n * 144, 144, 1, 0.3 * (labels[n] + 1), 0.5 * n + step);
        }
        return network.train(images, labels, 6, optimizer, learningRate);
    }

    /** amplitude sin(frequency i + phase), rounded to single precision. */
    private static void wave(float[] to, int from, int count, double amplitude, double frequency, double phase) {
        for (int i = 0; i < count; i++) {
            to[from + i] = (float) (amplitude * StrictMath.sin(frequency * i + phase));
        }
    }

    private static double[] trace(String name) throws IOException {
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(TorchTraceTest.class.getResourceAsStream("torch-trace.csv")),
                StandardCharsets.UTF_8))) {
            int column = List.of(reader.readLine().split(",", -1)).indexOf(name);
            double[] losses = reader.lines()
                    .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[column]))
                    .toArray();
            assertThat(losses).hasSize(200);
            return losses;
        }
    }
}
