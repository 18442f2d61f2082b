package io.sweepforge.node;

import io.sweepforge.protocol.config.BadConfigException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The command line of a node.
 *
 * @param help whether only the usage was asked for
 * @param checkGpu whether GPUs are only to be checked
 * @param config the configuration file
 * @param settings what wins over it, by full path
 */
record Arguments(boolean help, boolean checkGpu, Path config, Map<String, Object> settings) {
    static final String USAGE = """
            Usage: start-gpu-node --config FILE [--join HOST:PORT[,HOST:PORT]] [--device gpu|cpu] [--data DIR] [--check-gpu]

              --config FILE     the cluster's configuration (cluster.conf)
              --join HOST:PORT  coordinators to join, instead of those in the file
              --device gpu|cpu  what to train on, instead of what the file says
              --data DIR        where this node keeps its identity and caches
              --check-gpu       only say what the GPUs of this machine can do; exits 1 when none can be used
              --help            print this
            """;

    Arguments {
        settings = Map.copyOf(settings);
    }

    /** @throws BadConfigException when it is not a command line of this process */
    static Arguments parse(String... words) {
        if (List.of(words).contains("--help")) {
            return new Arguments(true, false, Path.of(""), Map.of());
        }
        Map<String, Object> settings = new HashMap<>();
        Path config = null;
        boolean checkGpu = false;
        for (int i = 0; i < words.length; i += 2) {
            String value = i + 1 < words.length ? words[i + 1] : "";
            switch (words[i]) {
                case "--config" -> config = Path.of(given(words[i], value));
                case "--join" ->
                    settings.put(
                            "sweepforge.cluster.join",
                            List.of(given(words[i], value).split(",")));
                case "--device" -> settings.put("sweepforge.node.device", given(words[i], value));
                case "--data" ->
                    settings.put(
                            "sweepforge.data-directory",
                            Path.of(given(words[i], value)).toAbsolutePath().toString());
                case "--check-gpu" -> {
                    checkGpu = true;
                    i--;
                }
                default ->
                    throw new BadConfigException(
                            "There is no option '%s'; --help lists those there are.".formatted(words[i]));
            }
        }
        if (config == null) {
            throw new BadConfigException("Name the configuration file with --config FILE.");
        }
        return new Arguments(false, checkGpu, config, settings);
    }

    private static String given(String option, String value) {
        if (value.isEmpty() || value.startsWith("--")) {
            throw new BadConfigException("The option " + option + " needs a value; --help says which.");
        }
        return value;
    }
}
