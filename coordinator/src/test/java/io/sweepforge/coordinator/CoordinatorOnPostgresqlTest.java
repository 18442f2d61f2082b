package io.sweepforge.coordinator;

import io.sweepforge.coordinator.persistence.DatabaseConfig;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

class CoordinatorOnPostgresqlTest extends CoordinatorContract {
    private static EmbeddedPostgres server;
    private static int databases;

    @BeforeAll
    static void startServer() throws IOException {
        server = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stopServer() throws IOException {
        server.close();
    }

    @Override
    int crashTrials() {
        return 30;
    }

    @Override
    DatabaseConfig database() {
        return new DatabaseConfig(
                DatabaseConfig.Kind.POSTGRESQL, server.getJdbcUrl("postgres", "test" + databases), "postgres", "", 4);
    }

    @Override
    @BeforeEach
    void start() {
        databases++;
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE test" + databases);
        } catch (java.sql.SQLException e) {
            throw new AssertionError(e);
        }
        super.start();
    }
}
