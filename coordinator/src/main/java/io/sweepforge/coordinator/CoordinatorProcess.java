package io.sweepforge.coordinator;

import akka.Done;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.DispatcherSelector;
import akka.actor.typed.javadsl.AskPattern;
import akka.http.javadsl.ServerBinding;
import com.typesafe.config.Config;
import io.sweepforge.coordinator.artifact.DirectoryArtifactStore;
import io.sweepforge.coordinator.config.CoordinatorConfig;
import io.sweepforge.coordinator.dataset.DatasetStore;
import io.sweepforge.coordinator.directory.DirectoryCommand;
import io.sweepforge.coordinator.dispatch.ClusterService;
import io.sweepforge.coordinator.http.HttpServer;
import io.sweepforge.coordinator.persistence.Database;
import io.sweepforge.coordinator.persistence.JdbcReportStore;
import io.sweepforge.coordinator.sweep.ReportStore;
import io.sweepforge.coordinator.sweep.SweepService;
import io.sweepforge.protocol.config.BadConfigException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Everything that one coordinator process runs. */
public final class CoordinatorProcess {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int TRIES_BEFORE_A_WORD = 3;
    private static final int TRIES_BETWEEN_WORDS = 30;
    private static final Duration FAREWELL = Duration.ofSeconds(20);

    private final Database database;
    private final ActorSystem<Void> system;
    private final SweepService sweeps;
    private final ClusterService cluster;
    private final DatasetStore datasets;
    private final String url;

    private CoordinatorProcess(CoordinatorConfig config, Config operator, Database database) throws IOException {
        Clock clock = Clock.systemUTC();
        this.database = database;
        this.datasets = DatasetStore.open(config.data().resolve("datasets"), clock);
        this.system = ActorSystems.create(config, operator, database.journalConfig());
        ReportStore reports = new JdbcReportStore(
                database,
                system.dispatchers().lookup(DispatcherSelector.fromConfig("coordinator.blocking-dispatcher")));
        Stage stage = new Stage(system, config, datasets, reports, clock);
        this.sweeps = new SweepService(system, stage.directory(), reports);
        this.cluster = new ClusterService(system, stage.dispatcher());
        ServerBinding binding = listen(config);
        int port = binding.localAddress().getPort();
        this.url = "http://" + config.http().host() + ":" + port;
        stage.openGateway(config.urlForNodes(port));
        ActorSystems.join(system, config);
        awaitDirectory(stage, config.join());
    }

    /**
     * Starts a coordinator and waits until it can be used.
     *
     * @param operator the configuration as it was read
     * @throws BadConfigException when it cannot start as configured, e.g. because a port or the database is taken
     */
    public static CoordinatorProcess start(CoordinatorConfig config, Config operator) {
        try {
            requireWritable(config.data());
            Database database = Database.open(config.database());
            return new CoordinatorProcess(config, operator, database);
        } catch (IOException e) {
            throw new BadConfigException("The data directory %s cannot be used: %s".formatted(config.data(), e));
        }
    }

    /** Before the database tries, which would leave its own trace of the failure. */
    private static void requireWritable(Path directory) throws IOException {
        Files.createDirectories(directory);
        if (!Files.isWritable(directory)) {
            throw new AccessDeniedException(directory.toString(), null, "may not be written to");
        }
    }

    /** Base URL of its HTTP server. */
    public String url() {
        return url;
    }

    public SweepService sweeps() {
        return sweeps;
    }

    public ClusterService cluster() {
        return cluster;
    }

    public ActorSystem<Void> system() {
        return system;
    }

    public CompletionStage<Done> terminated() {
        return system.getWhenTerminated();
    }

    /** Leaves the cluster and closes everything; waits until that is done. */
    public void stop() {
        system.terminate();
        try {
            terminated().toCompletableFuture().get(FAREWELL.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            system.log().warn("The actor system did not end in time", e);
        }
        database.close();
    }

    private ServerBinding listen(CoordinatorConfig config) throws IOException {
        DirectoryArtifactStore artifacts =
                new DirectoryArtifactStore(config.data().resolve("artifacts"));
        try {
            return HttpServer.start(system, sweeps, cluster, datasets, artifacts, config.http())
                    .toCompletableFuture()
                    .join()
                    .addToCoordinatedShutdown(PATIENCE, system.classicSystem());
        } catch (CompletionException e) {
            stop();
            throw e.getCause() instanceof BadConfigException known ? known : e;
        }
    }

    /** The directory answers as soon as this process is a member of its cluster and the database works. */
    private void awaitDirectory(Stage stage, List<String> join) {
        boolean ready = false;
        for (int tries = 0; !ready && !terminated().toCompletableFuture().isDone(); tries++) {
            if (tries % TRIES_BETWEEN_WORDS == TRIES_BEFORE_A_WORD) {
                system.log()
                        .warn(
                                "Waiting for a coordinator of cluster \"{}\" at {}",
                                system.name(),
                                String.join(", ", join));
            }
            ready = AskPattern.<DirectoryCommand, DirectoryCommand.Changed>ask(
                            stage.directory(),
                            reply -> new DirectoryCommand.ChangedSince(Optional.empty(), reply),
                            PATIENCE,
                            system.scheduler())
                    .handle((answer, failure) -> failure == null)
                    .toCompletableFuture()
                    .join();
        }
    }
}
