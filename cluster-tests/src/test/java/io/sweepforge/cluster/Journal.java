package io.sweepforge.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What a stopped coordinator has written down, read past all of its code. */
final class Journal {
    private Journal() {}

    /** Every event of a sweep, in order. */
    static List<JsonNode> events(Path data, String sweep) throws SQLException, IOException {
        String url = "jdbc:h2:file:" + data.resolve("db/sweepforge").toAbsolutePath() + ";ACCESS_MODE_DATA=r";
        CBORMapper cbor = new CBORMapper();
        List<JsonNode> events = new ArrayList<>();
        try (Connection database = DriverManager.getConnection(url, "sweepforge", "");
                PreparedStatement query = database.prepareStatement("""
                        SELECT "event_payload" FROM "event_journal"
                        WHERE "persistence_id" LIKE ? ORDER BY "sequence_number"
                        """)) {
            query.setString(1, "%|" + sweep);
            ResultSet rows = query.executeQuery();
            while (rows.next()) {
                events.add(cbor.readTree(rows.getBytes(1)));
            }
        }
        return events;
    }
}
