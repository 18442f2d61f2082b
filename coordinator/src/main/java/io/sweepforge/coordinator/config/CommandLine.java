package io.sweepforge.coordinator.config;

import com.typesafe.config.Config;
import io.sweepforge.protocol.config.BadConfigException;
import io.sweepforge.protocol.config.ClusterConfig;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a coordinator is started with. */
public final class CommandLine {
    private static final String USAGE =
            "Usage: --config FILE [--http-port PORT] [--cluster-port PORT] [--data DIRECTORY]";
    private static final String PORT = "sweepforge.cluster.port";
    private static final String JOIN = "sweepforge.cluster.join";

    private static final Map<String, String> KEYS = Map.of(
            "--http-port", "sweepforge.http.port",
            "--cluster-port", PORT,
            "--data", "sweepforge.data-directory");

    private CommandLine() {}

    /**
     * The configuration that arguments and file make together.
     *
     * @param directory of the file
     */
    public record Loaded(Config config, Path directory) {}

    /** @throws BadConfigException when an argument is wrong, with how it would be right */
    public static Loaded load(List<String> arguments) {
        Map<String, String> given = parse(arguments);
        String config = given.remove("--config");
        if (config == null) {
            throw new BadConfigException("--config is missing. " + USAGE);
        }
        Path file = Path.of(config).toAbsolutePath();
        Map<String, Object> overrides = new HashMap<>();
        given.forEach((option, value) -> overrides.put(KEYS.getOrDefault(option, option), value(option, value)));
        if (overrides.containsKey(PORT)) {
            overrides.put(JOIN, movedJoin(ClusterConfig.load(file, Map.of()), (int) overrides.get(PORT)));
        }
        Path directory = file.getParent() == null ? file : file.getParent();
        return new Loaded(ClusterConfig.load(file, overrides), directory);
    }

    /** Where the file names this coordinator itself among those to join, its new port is meant. */
    private static List<String> movedJoin(Config file, int port) {
        String host = file.getString("sweepforge.cluster.host");
        String before = host + ":" + file.getInt(PORT);
        return file.getStringList(JOIN).stream()
                .map(address -> address.equals(before) ? host + ":" + port : address)
                .toList();
    }

    private static Map<String, String> parse(List<String> arguments) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < arguments.size(); i += 2) {
            String option = arguments.get(i);
            if (!option.equals("--config") && !KEYS.containsKey(option)) {
                throw new BadConfigException("There is no option " + option + ". " + USAGE);
            }
            if (i + 1 == arguments.size() || arguments.get(i + 1).isEmpty()) {
                throw new BadConfigException(option + " needs a value. " + USAGE);
            }
            given.put(option, arguments.get(i + 1));
        }
        return given;
    }

    private static Object value(String option, String text) {
        if (option.equals("--data")) {
            return Path.of(text).toAbsolutePath().toString();
        }
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new BadConfigException(option + " must be a port number, was '" + text + "'.");
        }
    }
}
