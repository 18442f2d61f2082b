package io.sweepforge.client;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts the lines of a {@code text/event-stream} together (HTML Living Standard, section 9.2.6). Not thread-safe. */
final class EventParser {
    private static final String DEFAULT_TYPE = "message";

    private String id = "";
    private String type = DEFAULT_TYPE;
    private @Nullable StringBuilder data;

    /** The next line without its end; answers the event that it completes. */
    Optional<ServerEvent> line(String line) {
        if (line.isEmpty()) {
            return complete();
        }
        int colon = line.indexOf(':');
        String field = colon < 0 ? line : line.substring(0, colon);
        String value = colon < 0 ? "" : line.substring(colon + 1);
        set(field, value.startsWith(" ") ? value.substring(1) : value);
        return Optional.empty();
    }

    private void set(String field, String value) {
        switch (field) {
            case "id" -> id = value;
            case "event" -> type = value;
            case "data" ->
                data = data == null
                        ? new StringBuilder(value)
                        : data.append('\n').append(value);
            default -> {
                // A comment (no field name) keeps the connection alive; other fields are for browsers.
            }
        }
    }

    private Optional<ServerEvent> complete() {
        Optional<ServerEvent> event = Optional.ofNullable(data).map(text -> new ServerEvent(id, type, text.toString()));
        data = null;
        type = DEFAULT_TYPE;
        return event;
    }
}
