package io.sweepforge.node;

import io.sweepforge.kernels.family.ModelFamilies;
import io.sweepforge.node.device.Compute;
import io.sweepforge.node.device.DeviceWorker;
import io.sweepforge.node.transfer.Backoff;
import io.sweepforge.node.transfer.CoordinatorFiles;
import io.sweepforge.node.transfer.DatasetCache;
import io.sweepforge.node.transfer.DatasetFiles;
import io.sweepforge.node.trial.Families;
import io.sweepforge.node.trial.Outbox;
import io.sweepforge.node.trial.TrialRunner;
import io.sweepforge.protocol.NodeDescription;
import io.sweepforge.protocol.NodeIdentity;
import io.sweepforge.protocol.config.BadConfigException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What trains on this machine, whether or not it is connected to a cluster.
 *
 * @param home held as long as the process lives
 */
record Node(
        NodeHome home,
        NodeIdentity identity,
        List<NodeDescription.Device> devices,
        Families families,
        CoordinatorFiles files,
        TrialRunner trials) {
    private static final Logger LOG = LoggerFactory.getLogger(Node.class);
    private static final Duration RESEND_AFTER = Duration.ofSeconds(2);
    private static final int TRANSFER_THREADS = 4;

    /**
     * Claims the data directory and opens every device.
     *
     * @param deviceBroken told why this process can use a device no longer; it has to end then
     * @throws BadConfigException when the devices or the data directory cannot be used
     */
    static Node open(NodeConfig config, Consumer<String> deviceBroken) {
        List<LocalDevice> found = Devices.find(config);
        NodeHome home = NodeHome.claim(config.dataDirectory());
        NodeIdentity identity = new NodeIdentity(home.id(), UUID.randomUUID().toString());
        Families families = new Families(ModelFamilies.all());
        ExecutorService transfers = Executors.newFixedThreadPool(TRANSFER_THREADS, daemons("transfer-"));
        CoordinatorFiles files = new CoordinatorFiles(transfers, Backoff.DEFAULT);
        DatasetCache datasets = new DatasetCache(datasetFiles(config, files, transfers), transfers);
        TrialRunner trials = new TrialRunner(families, datasets, files, new Outbox(RESEND_AFTER), Clock.systemUTC());
        for (LocalDevice device : found) {
            Compute compute = device.opener().get();
            trials.add(new DeviceWorker(device.description(), compute, trials::on, deviceBroken));
            NodeDescription.Device opened = device.description();
            LOG.info("Opened {} ({}), which trains by {}", opened.id(), opened.name(), opened.backend());
        }
        List<NodeDescription.Device> devices =
                found.stream().map(LocalDevice::description).toList();
        return new Node(home, identity, devices, families, files, trials);
    }

    /** @param address where it runs, for people */
    NodeDescription describe(String address) {
        return new NodeDescription(identity, address, devices, families.descriptions());
    }

    private static DatasetFiles datasetFiles(NodeConfig config, CoordinatorFiles files, ExecutorService transfers) {
        Path directory = config.dataDirectory().resolve("node-cache");
        try {
            return new DatasetFiles(directory, files, transfers);
        } catch (IOException e) {
            throw new BadConfigException("The data directory %s cannot be used: %s".formatted(directory, e));
        }
    }

    private static ThreadFactory daemons(String prefix) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, prefix + number.getAndIncrement());
            thread.setDaemon(true);
            return thread;
        };
    }
}
