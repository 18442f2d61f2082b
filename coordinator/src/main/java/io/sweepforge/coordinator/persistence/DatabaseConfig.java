package io.sweepforge.coordinator.persistence;

import com.typesafe.config.Config;
import io.sweepforge.protocol.config.BadConfigException;
import java.nio.file.Path;

/**
 * Where the database is.
 *
 * @param url as JDBC has it
 * @param connections kept open by the journal, at least 1
 */
public record DatabaseConfig(Kind kind, String url, String user, String password, int connections) {
    /** Which database; its lower-case name is that of its folder of migrations. */
    public enum Kind {
        H2("h2", "org.h2.Driver", "slick.jdbc.H2Profile$"),
        POSTGRESQL("postgresql", "org.postgresql.Driver", "slick.jdbc.PostgresProfile$");

        private final String label;
        private final String driver;
        private final String profile;

        Kind(String label, String driver, String profile) {
            this.label = label;
            this.driver = driver;
            this.profile = profile;
        }

        String label() {
            return label;
        }

        String driver() {
            return driver;
        }

        String profile() {
            return profile;
        }
    }

    /**
     * Reads {@code sweepforge.database}.
     *
     * @param data directory of the embedded database
     */
    public static DatabaseConfig from(Config config, Path data) {
        Config database = config.getConfig("sweepforge.database");
        String kind = database.getString("kind");
        int connections = database.getInt("connections");
        if (connections < 1) {
            throw new BadConfigException(
                    "sweepforge.database.connections must be at least 1, was " + connections + ".");
        }
        return switch (kind) {
            case "h2" -> h2(data, connections);
            case "postgresql" -> postgresql(database, connections);
            default ->
                throw new BadConfigException("sweepforge.database.kind must be h2 or postgresql, was " + kind + ".");
        };
    }

    /** A commit is in the file before it is answered, so that nothing acknowledged is lost with the process. */
    private static DatabaseConfig h2(Path data, int connections) {
        Path file = data.resolve("db").resolve("sweepforge").toAbsolutePath().normalize();
        return new DatabaseConfig(Kind.H2, "jdbc:h2:file:" + file + ";WRITE_DELAY=0", "sweepforge", "", connections);
    }

    private static DatabaseConfig postgresql(Config database, int connections) {
        String url = database.getString("url");
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new BadConfigException(
                    "sweepforge.database.url must begin with jdbc:postgresql:, was '" + url + "'.");
        }
        return new DatabaseConfig(
                Kind.POSTGRESQL, url, database.getString("user"), database.getString("password"), connections);
    }
}
