package io.sweepforge.node;

import com.typesafe.config.Config;
import io.sweepforge.protocol.config.BadConfigException;
import io.sweepforge.protocol.config.ClusterConfig;
import java.nio.file.Path;

/** Starts a node. */
public final class Main {
    private static final int NO_USABLE_GPU = 1;
    private static final int MISTAKE = 2;
    /** To be started again: only another process can use the device. */
    private static final int DEVICE_BROKEN = 75;

    private Main() {}

    /**
     * Exit status 0 after a clean stop, 2 when the command line or the configuration cannot be used, 75 when a device broke
     * and the process has to be started again; with {@code --check-gpu}, 1 when no GPU can be used.
     */
    public static void main(String[] args) {
        try {
            Arguments arguments = Arguments.parse(args);
            if (arguments.help()) {
                System.out.print(Arguments.USAGE);
            } else if (arguments.checkGpu()) {
                System.exit(CheckGpu.run(config(arguments, load(arguments)).gpu(), System.out) ? 0 : NO_USABLE_GPU);
            } else {
                NodeProcess process = open(arguments);
                stopOnSignal(process);
                process.run();
            }
        } catch (BadConfigException e) {
            System.err.println(e.getMessage());
            System.exit(MISTAKE);
        }
    }

    private static Config load(Arguments arguments) {
        return ClusterConfig.load(arguments.config(), arguments.settings());
    }

    private static NodeConfig config(Arguments arguments, Config loaded) {
        Path base = arguments.config().toAbsolutePath().getParent();
        return NodeConfig.from(loaded, base == null ? Path.of("/") : base);
    }

    private static NodeProcess open(Arguments arguments) {
        Config loaded = load(arguments);
        NodeConfig config = config(arguments, loaded);
        return new NodeProcess(Node.open(config, Main::endBroken), config, AkkaConfig.of(config, loaded), System.out);
    }

    /** At once: trials go on from their last checkpoints when the process is there again. */
    private static void endBroken(String reason) {
        System.err.printf(
                "A device broke and this process has to end: %s. Its trials go on once it is started again.%n", reason);
        Runtime.getRuntime().halt(DEVICE_BROKEN);
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
