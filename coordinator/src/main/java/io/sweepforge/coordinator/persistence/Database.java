package io.sweepforge.coordinator.persistence;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.sweepforge.protocol.config.BadConfigException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The open database with an up-to-date schema. */
public final class Database implements AutoCloseable {
    private static final int H2_LOCKED = 90020;
    /** Own tables only; the journal has its own connections. */
    private static final int CONNECTIONS = 4;

    private final DatabaseConfig config;
    private final HikariDataSource source;

    private Database(DatabaseConfig config, HikariDataSource source) {
        this.config = config;
        this.source = source;
    }

    /** @throws BadConfigException when it cannot be used, e.g. because another coordinator has it open */
    public static Database open(DatabaseConfig config) {
        try {
            Database database = new Database(config, new HikariDataSource(pool(config)));
            Flyway.configure()
                    .dataSource(database.source)
                    .locations("classpath:db/migration/" + config.kind().label())
                    .load()
                    .migrate();
            return database;
        } catch (RuntimeException e) {
            throw new BadConfigException(describe(config, e));
        }
    }

    public DataSource source() {
        return source;
    }

    public DatabaseConfig.Kind kind() {
        return config.kind();
    }

    /** What the journal's plugin needs to find the same database. */
    public Config journalConfig() {
        String db = "akka-persistence-jdbc.shared-databases.slick.";
        return ConfigFactory.parseMap(Map.of(
                db + "profile", config.kind().profile(),
                db + "db.url", config.url(),
                db + "db.user", config.user(),
                db + "db.password", config.password(),
                db + "db.driver", config.kind().driver(),
                db + "db.numThreads", config.connections(),
                db + "db.maxConnections", config.connections(),
                db + "db.minConnections", 1));
    }

    @Override
    public void close() {
        source.close();
    }

    private static HikariConfig pool(DatabaseConfig config) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("sweepforge");
        pool.setJdbcUrl(config.url());
        pool.setUsername(config.user());
        pool.setPassword(config.password());
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(1);
        if (config.kind() == DatabaseConfig.Kind.POSTGRESQL) {
            pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        }
        return pool;
    }

    private static String describe(DatabaseConfig config, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() == H2_LOCKED) {
                return "Another coordinator has the database %s open. Stop it, or use another --data directory."
                        .formatted(config.url());
            }
        }
        return "The database %s cannot be used: %s"
                .formatted(config.url(), Objects.requireNonNullElse(failure.getMessage(), failure.toString()));
    }
}
