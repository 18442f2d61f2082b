package io.sweepforge.protocol.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The operator's configuration. The shipped {@code cluster.conf} is also the list of every key and its default, so a key
 * that is not in it is a typo.
 */
public final class ClusterConfig {
    private static final String ROOT = "sweepforge";

    private ClusterConfig() {}

    /** The shipped defaults alone. */
    public static Config defaults() {
        return ConfigFactory.parseResources(ClusterConfig.class.getClassLoader(), "cluster.conf");
    }

    /**
     * Reads the operator's file over the defaults and the command line over both.
     *
     * @param commandLine by full path, e.g. {@code sweepforge.http.port}
     * @return {@code sweepforge} and {@code akka} sections, resolved; {@code akka} may be set by experts
     * @throws BadConfigException naming the key and what would be right
     */
    public static Config load(Path file, Map<String, ?> commandLine) {
        if (!Files.isRegularFile(file)) {
            throw new BadConfigException("There is no configuration file " + file + "; name one with --config.");
        }
        try {
            Config operator = ConfigFactory.parseFile(file.toFile());
            rejectUnknownKeys(file, operator);
            Config settings = ConfigFactory.parseMap(commandLine, "command line")
                    .withFallback(operator)
                    .withFallback(defaults());
            return ConfigFactory.defaultOverrides().withFallback(settings).resolve();
        } catch (ConfigException e) {
            throw new BadConfigException(String.valueOf(e.getMessage()));
        }
    }

    private static void rejectUnknownKeys(Path file, Config operator) {
        Config known = defaults();
        for (Map.Entry<String, ConfigValue> entry : operator.entrySet()) {
            String key = entry.getKey();
            if (!key.startsWith("akka.") && !known.hasPathOrNull(key)) {
                throw new BadConfigException("%s, line %d: there is no key '%s'. %s"
                        .formatted(file, entry.getValue().origin().lineNumber(), key, keysNear(known, key)));
            }
        }
    }

    private static String keysNear(Config known, String key) {
        String section = key.substring(0, Math.max(0, key.lastIndexOf('.')));
        String parent = known.hasPath(section.isEmpty() ? ROOT : section) && !section.isEmpty() ? section : ROOT;
        String names =
                new TreeSet<>(known.getConfig(parent).root().keySet()).stream().collect(Collectors.joining(", "));
        return "In %s there are: %s.".formatted(parent, names);
    }
}
