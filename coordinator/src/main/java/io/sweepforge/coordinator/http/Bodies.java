package io.sweepforge.coordinator.http;

import akka.actor.typed.ActorSystem;
import akka.http.javadsl.model.HttpEntity;
import akka.http.javadsl.model.HttpRequest;
import akka.stream.javadsl.Sink;
import akka.stream.javadsl.StreamConverters;
import akka.util.ByteString;
import io.sweepforge.coordinator.api.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Reads the bodies of requests within limits. */
final class Bodies {
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(1);

    /** Work on the bytes of an upload. */
    @FunctionalInterface
    interface Receiver<T> {
        T receive(InputStream bytes) throws IOException;
    }

    private final ActorSystem<?> system;
    private final Blocking blocking;
    private final HttpSettings settings;

    Bodies(ActorSystem<?> system, Blocking blocking, HttpSettings settings) {
        this.system = system;
        this.blocking = blocking;
        this.settings = settings;
    }

    /** A JSON body as maps, lists and scalars. */
    CompletionStage<@Nullable Object> json(HttpRequest request) {
        requireJson(request);
        long limit = settings.maxBodyBytes();
        Problem tooLarge = tooLarge(limit, "max-body-size");
        return entity(request, limit, tooLarge)
                .getDataBytes()
                .runWith(Sink.fold(Received.NOTHING, (received, bytes) -> received.plus(bytes, limit)), system)
                .thenApply(received -> Json.tree(received.whole(tooLarge)));
    }

    /** Hands the bytes of a body to a receiver that may block. */
    <T> CompletionStage<T> upload(HttpRequest request, Receiver<T> receiver) {
        long limit = settings.maxUploadBytes();
        Problem tooLarge = tooLarge(limit, "max-upload-size");
        HttpEntity entity = entity(request, limit, tooLarge);
        return blocking.call(() -> {
            InputStream bytes = entity.getDataBytes().runWith(StreamConverters.asInputStream(LONGEST_SILENCE), system);
            try (InputStream limited = new LimitedInputStream(bytes, limit, tooLarge)) {
                return receiver.receive(limited);
            }
        });
    }

    /** The entity for reading with our own limit; refused at once when it is so large that we would not even drain it. */
    private static HttpEntity entity(HttpRequest request, long limit, Problem tooLarge) {
        HttpEntity entity = request.entity();
        if (entity.getContentLengthOption().orElse(0) > limit + LimitedInputStream.PATIENCE) {
            throw tooLarge.toException();
        }
        return entity.withoutSizeLimit();
    }

    private static void requireJson(HttpRequest request) {
        String type = request.entity().getContentType().mediaType().toString();
        if (!type.equals("application/json")) {
            String was = type.equals("none/none") ? "it has none" : "it was " + type;
            throw new Problem(
                            ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                            "Send JSON with the header Content-Type: application/json (" + was + ").")
                    .toException();
        }
    }

    private static Problem tooLarge(long limit, String key) {
        return new Problem(
                ErrorCode.TOO_LARGE,
                "The body may have at most %d bytes; make it smaller, or let the operator raise sweepforge.http.%s."
                        .formatted(limit, key));
    }

    /** What has arrived so far; the bytes are let go as soon as there are too many. */
    private record Received(ByteString bytes, long count) {
        static final Received NOTHING = new Received(ByteString.emptyByteString(), 0);

        Received plus(ByteString more, long limit) {
            long total = count + more.size();
            if (total > limit + LimitedInputStream.PATIENCE) {
                throw new IllegalStateException("the client does not stop sending");
            }
            return new Received(total > limit ? ByteString.emptyByteString() : bytes.concat(more), total);
        }

        ByteString whole(Problem tooLarge) {
            if (bytes.size() < count) {
                throw tooLarge.toException();
            }
            return bytes;
        }
    }
}
