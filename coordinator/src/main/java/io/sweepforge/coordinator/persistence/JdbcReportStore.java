package io.sweepforge.coordinator.persistence;

import akka.Done;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sweepforge.coordinator.api.ReportView;
import io.sweepforge.coordinator.sweep.ReportRow;
import io.sweepforge.coordinator.sweep.ReportStore;
import io.sweepforge.coordinator.sweep.SweepEntity;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** Learning curves in a table. Runs on an executor whose threads may block. */
public final class JdbcReportStore implements ReportStore {
    private static final TypeReference<Map<String, Double>> METRICS = new TypeReference<>() {};
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<DatabaseConfig.Kind, String> UPSERT = Map.of(
            DatabaseConfig.Kind.H2,
            "MERGE INTO trial_report (sweep, trial, step, attempt, metrics, reported_at)"
                    + " KEY (sweep, trial, step, attempt) VALUES (?, ?, ?, ?, ?, ?)",
            DatabaseConfig.Kind.POSTGRESQL,
            "INSERT INTO trial_report (sweep, trial, step, attempt, metrics, reported_at) VALUES (?, ?, ?, ?, ?, ?)"
                    + " ON CONFLICT (sweep, trial, step, attempt)"
                    + " DO UPDATE SET metrics = EXCLUDED.metrics, reported_at = EXCLUDED.reported_at");

    private static final List<String> FORGET = List.of(
            "DELETE FROM trial_report WHERE sweep = ?",
            "DELETE FROM \"snapshot\" WHERE \"persistence_id\" = ?",
            "DELETE FROM \"event_journal\" WHERE \"persistence_id\" = ?");

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private final Database database;
    private final Executor blocking;

    public JdbcReportStore(Database database, Executor blocking) {
        this.database = database;
        this.blocking = blocking;
    }

    @Override
    public CompletionStage<Done> save(String sweep, List<ReportRow> rows) {
        return rows.isEmpty()
                ? CompletableFuture.completedFuture(Done.getInstance())
                : run(connection -> save(connection, sweep, rows));
    }

    @Override
    public CompletionStage<List<ReportView>> load(String sweep, int trial) {
        return run(connection -> load(connection, sweep, trial));
    }

    @Override
    public CompletionStage<Done> forget(String sweep) {
        return run(connection -> forget(connection, sweep));
    }

    private Done save(Connection connection, String sweep, List<ReportRow> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(UPSERT.get(database.kind()))) {
            for (ReportRow row : rows) {
                statement.setString(1, sweep);
                statement.setInt(2, row.trial());
                statement.setInt(3, row.step());
                statement.setInt(4, row.attempt());
                statement.setString(5, write(row.metrics()));
                statement.setObject(6, row.at().atOffset(ZoneOffset.UTC));
                statement.addBatch();
            }
            statement.executeBatch();
            return Done.getInstance();
        }
    }

    private static List<ReportView> load(Connection connection, String sweep, int trial) throws SQLException {
        String query = "SELECT step, metrics, reported_at FROM trial_report WHERE sweep = ? AND trial = ?"
                + " ORDER BY step, attempt";
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, sweep);
            statement.setInt(2, trial);
            Map<Integer, ReportView> bySteps = new TreeMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    int step = rows.getInt(1);
                    OffsetDateTime at = rows.getObject(3, OffsetDateTime.class);
                    bySteps.put(step, new ReportView(step, read(rows.getString(2)), at.toInstant()));
                }
            }
            return new ArrayList<>(bySteps.values());
        }
    }

    private static Done forget(Connection connection, String sweep) throws SQLException {
        for (String delete : FORGET) {
            try (PreparedStatement statement = connection.prepareStatement(delete)) {
                boolean own = delete.contains("trial_report");
                statement.setString(
                        1, own ? sweep : SweepEntity.persistenceId(sweep).id());
                statement.executeUpdate();
            }
        }
        return Done.getInstance();
    }

    private <T> CompletionStage<T> run(Work<T> work) {
        return CompletableFuture.supplyAsync(() -> inTransaction(work), blocking);
    }

    private <T> T inTransaction(Work<T> work) {
        try (Connection connection = database.source().getConnection()) {
            connection.setAutoCommit(false);
            T result = work.on(connection);
            connection.commit();
            return result;
        } catch (SQLException e) {
            throw new CompletionException(e);
        }
    }

    private static String write(Map<String, Double> metrics) {
        try {
            return JSON.writeValueAsString(metrics);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Numbers by name can always be written", e);
        }
    }

    private static Map<String, Double> read(String metrics) {
        try {
            return JSON.readValue(metrics, METRICS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("trial_report.metrics holds no JSON: " + metrics, e);
        }
    }
}
