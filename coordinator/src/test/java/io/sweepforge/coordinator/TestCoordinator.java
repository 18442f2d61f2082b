package io.sweepforge.coordinator;

import akka.actor.typed.ActorSystem;
import akka.actor.typed.DispatcherSelector;
import akka.cluster.typed.Cluster;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.sweepforge.coordinator.api.Datasets;
import io.sweepforge.coordinator.api.Outcome;
import io.sweepforge.coordinator.config.CoordinatorConfig;
import io.sweepforge.coordinator.dispatch.ClusterService;
import io.sweepforge.coordinator.persistence.Database;
import io.sweepforge.coordinator.persistence.DatabaseConfig;
import io.sweepforge.coordinator.persistence.JdbcReportStore;
import io.sweepforge.coordinator.sweep.Specs;
import io.sweepforge.coordinator.sweep.SweepService;
import io.sweepforge.protocol.DatasetReference;
import io.sweepforge.protocol.config.ClusterConfig;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** A coordinator without HTTP whose process can be ended as by a crash. */
final class TestCoordinator {
    /** As if the process were killed: nobody is told. */
    private static final String CRASHES =
            "akka { coordinated-shutdown.run-by-actor-system-terminate = off, cluster.jmx.enabled = off }";

    private final Database database;
    private final ActorSystem<Void> system;
    private final SweepService sweeps;
    private final ClusterService cluster;

    private TestCoordinator(DatabaseConfig where, Path data) {
        Config operator = ConfigFactory.parseString(CRASHES)
                .withFallback(
                        ConfigFactory.parseString("sweepforge { cluster { port = 0, join = [] }, http.port = 0 }"))
                .withFallback(ClusterConfig.defaults())
                .resolve();
        CoordinatorConfig config = CoordinatorConfig.from(operator, data);
        this.database = Database.open(where);
        this.system = ActorSystems.create(config, operator, database.journalConfig());
        JdbcReportStore reports = new JdbcReportStore(
                database,
                system.dispatchers().lookup(DispatcherSelector.fromConfig("coordinator.blocking-dispatcher")));
        Stage stage = new Stage(system, config, new OneDataset(), reports, Clock.systemUTC());
        this.sweeps = new SweepService(system, stage.directory(), reports);
        this.cluster = new ClusterService(system, stage.dispatcher());
        stage.openGateway("http://127.0.0.1:1");
        ActorSystems.join(system, config);
    }

    static TestCoordinator start(DatabaseConfig where, Path data) {
        return new TestCoordinator(where, data);
    }

    SweepService sweeps() {
        return sweeps;
    }

    ClusterService cluster() {
        return cluster;
    }

    ActorSystem<Void> system() {
        return system;
    }

    int port() {
        return Cluster.get(system).selfMember().address().getPort().orElseThrow();
    }

    void crash() {
        system.terminate();
        await(system.getWhenTerminated());
        database.close();
    }

    static <T> T await(CompletionStage<T> answer) {
        try {
            return answer.toCompletableFuture().get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    static <T> T done(CompletionStage<Outcome<T>> answer) {
        Outcome<T> outcome = await(answer);
        if (outcome instanceof Outcome.Done<T> done) {
            return done.value();
        }
        throw new AssertionError("refused: " + outcome);
    }

    private static final class OneDataset implements Datasets {
        private static final Entry ENTRY = new Entry(
                new DatasetReference(
                        Specs.DATASET, "digits", "csv", "classification", null, null, 10, List.of(1, 8, 8), 10),
                List.of(),
                1,
                Instant.EPOCH);

        @Override
        public List<Entry> list() {
            return List.of(ENTRY);
        }

        @Override
        public Optional<Entry> find(String nameOrHash) {
            return nameOrHash.equals(Specs.DATASET) ? Optional.of(ENTRY) : Optional.empty();
        }

        @Override
        public Optional<Path> content(String hash) {
            return Optional.empty();
        }
    }
}
