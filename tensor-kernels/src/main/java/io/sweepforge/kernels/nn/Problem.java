package io.sweepforge.kernels.nn;

import io.sweepforge.kernels.random.Philox;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A network and a batch with made-up data, which backends are compared on. It is written as one line: {@code CxHxW batch loss : layer layer ...}. The layers are
 * {@code convFkKsSpP}, {@code poolKsS}, {@code denseU}, {@code flatten}, {@code dropoutRATE}, {@code relu}, {@code tanh}
 * and {@code lstmHlLEVELS} with {@code b} for both directions and {@code s} for a sequence as output.
 */
public record Problem(String line, NetworkSpec spec, int batch) {
    private static final long SEED = 20260921;
    private static final Pattern CONV = Pattern.compile("conv(\\d+)k(\\d+)s(\\d+)p(\\d+)");
    private static final Pattern POOL = Pattern.compile("pool(\\d+)s(\\d+)");
    private static final Pattern LSTM = Pattern.compile("lstm(\\d+)l(\\d+)(b?)(s?)");

    /** Those in a resource beside this class, one a line; {@code network-problems.txt} has what every backend has to solve. */
    public static List<Problem> list(String resource) {
        InputStream lines = Objects.requireNonNull(Problem.class.getResourceAsStream(resource), resource);
        try (var reader = new BufferedReader(new InputStreamReader(lines, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Problem::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException when it names a layer that there is not */
    public static Problem parse(String line) {
        String[] halves = line.split(":", -1);
        String[] head = halves[0].trim().split("\\s+", -1);
        List<Integer> shape =
                Arrays.stream(head[0].split("x")).map(Integer::valueOf).toList();
        Loss loss = head[2].equals("ce") ? Loss.SOFTMAX_CROSS_ENTROPY : Loss.MEAN_SQUARED_ERROR;
        List<LayerSpec> layers = Arrays.stream(halves[1].trim().split("\\s+"))
                .map(Problem::layer)
                .toList();
        return new Problem(line.trim(), new NetworkSpec(shape, layers, loss), Integer.parseInt(head[1]));
    }

    private static LayerSpec layer(String text) {
        Matcher conv = CONV.matcher(text);
        Matcher pool = POOL.matcher(text);
        Matcher lstm = LSTM.matcher(text);
        if (conv.matches()) {
            return new LayerSpec.Conv2d(number(conv, 1), number(conv, 2), number(conv, 3), number(conv, 4));
        } else if (pool.matches()) {
            return new LayerSpec.MaxPool2d(number(pool, 1), number(pool, 2));
        } else if (lstm.matches()) {
            boolean both = !lstm.group(3).isEmpty();
            return new LayerSpec.Lstm(
                    number(lstm, 1), number(lstm, 2), both, !lstm.group(4).isEmpty());
        } else if (text.startsWith("dense")) {
            return new LayerSpec.Dense(Integer.parseInt(text.substring(5)));
        } else if (text.startsWith("dropout")) {
            return new LayerSpec.Dropout(Double.parseDouble(text.substring(7)));
        }
        return switch (text) {
            case "flatten" -> new LayerSpec.Flatten();
            case "relu" -> new LayerSpec.Activation(LayerSpec.Activation.Function.RELU);
            case "tanh" -> new LayerSpec.Activation(LayerSpec.Activation.Function.TANH);
            default ->
                throw new IllegalArgumentException("layer must be one of those that a problem can have, was " + text);
        };
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    /** [batch, inputShape...], the same at every call. */
    public float[] inputs() {
        return normals(1, batch * spec.inputSize());
    }

    /** One training step on the problem's data; the loss before it. */
    public double train(Network network, OptimizerSpec optimizer, double learningRate) {
        return spec.loss() == Loss.MEAN_SQUARED_ERROR
                ? network.train(inputs(), targets(), batch, optimizer, learningRate)
                : network.train(inputs(), labels(), batch, optimizer, learningRate);
    }

    /** [batch, outputShape...], for a mean squared error. */
    public float[] targets() {
        return normals(2, batch * spec.outputSize());
    }

    /** [batch], for a cross-entropy. */
    public int[] labels() {
        int[] labels = new int[batch];
        for (int n = 0; n < batch; n++) {
            labels[n] = (int) (Philox.uniform(SEED, 3, n) * spec.outputSize());
        }
        return labels;
    }

    private static float[] normals(long stream, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) Philox.normal(SEED, stream, i);
        }
        return values;
    }

    @Override
    public String toString() {
        return line;
    }
}
