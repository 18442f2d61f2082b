package io.sweepforge.coordinator.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sweepforge.coordinator.api.ReportView;
import io.sweepforge.coordinator.sweep.ReportRow;
import io.sweepforge.protocol.config.BadConfigException;
import io.sweepforge.protocol.config.ClusterConfig;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
    private static final Instant AT = Instant.parse("2026-01-02T03:04:05.123456Z");

    @TempDir
    Path data;

    @Test
    void keepsLearningCurvesOverARestart() {
        try (Database database = open()) {
            JdbcReportStore store = new JdbcReportStore(database, Runnable::run);
            store.save("s", List.of(row(1, 1, 0.1), row(1, 2, 0.2), row(1, 3, Double.NaN)));
            store.save("s", List.of(row(1, 2, 0.2), row(2, 3, 0.3)));
        }
        try (Database database = open()) {
            JdbcReportStore store = new JdbcReportStore(database, Runnable::run);
            assertThat(store.load("s", 0).toCompletableFuture().join())
                    .containsExactly(view(1, 0.1), view(2, 0.2), view(3, 0.3));
            store.forget("s");
            assertThat(store.load("s", 0).toCompletableFuture().join()).isEmpty();
        }
    }

    @Test
    void saysThatAnotherCoordinatorHasTheFile() throws IOException {
        open().close();
        Path file = data.resolve("db").resolve("sweepforge.mv.db");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThatThrownBy(this::open)
                    .isInstanceOf(BadConfigException.class)
                    .hasMessageStartingWith("Another coordinator has the database")
                    .hasMessageContaining("--data");
        }
    }

    private Database open() {
        return Database.open(DatabaseConfig.from(ClusterConfig.defaults().resolve(), data));
    }

    private static ReportRow row(int attempt, int step, double loss) {
        return new ReportRow(0, attempt, step, Map.of("loss", loss), AT);
    }

    private static ReportView view(int step, double loss) {
        return new ReportView(step, Map.of("loss", loss), AT);
    }
}
