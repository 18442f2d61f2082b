package io.sweepforge.node;

import com.typesafe.config.Config;
import io.sweepforge.protocol.config.BadConfigException;
import io.sweepforge.protocol.config.ClusterConfig;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Starts a node. */
public final class Main {
    private static final int MISTAKE = 2;

    private Main() {}

    /** Exit status 0 after a clean stop, 2 when the command line or the configuration cannot be used. */
    public static void main(String[] args) {
        NodeProcess process;
        try {
            process = open(Arguments.parse(args));
        } catch (BadConfigException e) {
            System.err.println(e.getMessage());
            System.exit(MISTAKE);
            return;
        }
        if (process != null) {
            stopOnSignal(process);
            process.run();
        }
    }

    private static @Nullable NodeProcess open(Arguments arguments) {
        if (arguments.help()) {
            System.out.print(Arguments.USAGE);
            return null;
        }
        Config loaded = ClusterConfig.load(arguments.config(), arguments.settings());
        Path base = arguments.config().toAbsolutePath().getParent();
        NodeConfig config = NodeConfig.from(loaded, base == null ? Path.of("/") : base);
        return new NodeProcess(Node.open(config), config, AkkaConfig.of(config, loaded), System.out);
    }

    /** A JVM that ends by a signal has exit status 143; a stop that was asked for is no failure. */
    private static void stopOnSignal(NodeProcess process) {
        Runnable stop = () -> {
            process.stop();
            Runtime.getRuntime().halt(0);
        };
        Runtime.getRuntime().addShutdownHook(new Thread(stop, "stop"));
    }
}
