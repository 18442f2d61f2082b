package io.sweepforge.client;

import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Follows a stream of events through losses of the connection: each new one resumes after the last event seen. */
final class EventStream {
    private static final Duration AFTER_LOSS = Duration.ofMillis(250);

    private final Transport transport;
    private final String path;
    private String lastId = "";

    EventStream(Transport transport, String path) {
        this.transport = transport;
        this.path = path;
    }

    /** Hands over events until the listener answers false. */
    void follow(Predicate<ServerEvent> listener) {
        while (readOneConnection(listener)) {
            transport.sleep(AFTER_LOSS);
        }
    }

    private boolean readOneConnection(Predicate<ServerEvent> listener) {
        EventParser parser = new EventParser();
        try (Stream<String> lines = transport.send(request(), BodyHandlers.ofLines())) {
            for (Iterator<String> each = lines.iterator(); each.hasNext(); ) {
                Optional<ServerEvent> event = parser.line(each.next());
                if (event.isPresent() && !accept(event.get(), listener)) {
                    return false;
                }
            }
        } catch (UncheckedIOException lost) {
            return true;
        }
        return true;
    }

    private boolean accept(ServerEvent event, Predicate<ServerEvent> listener) {
        lastId = event.id();
        return listener.test(event);
    }

    private HttpRequest request() {
        HttpRequest.Builder request = transport.request(path).header("Accept", "text/event-stream");
        if (!lastId.isEmpty()) {
            request.header("Last-Event-ID", lastId);
        }
        return request.GET().build();
    }
}
