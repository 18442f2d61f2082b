package io.sweepforge.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Sends requests, again while the coordinator is away or starting. Every request of this client may be repeated: those that
 * create something carry an idempotency key or are named by their content.
 */
final class Transport {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final int STARTING = 503;
    /** Tries in vain that nobody would notice. */
    private static final int A_MOMENT = 1;

    /** Waits between two tries. */
    interface Pause {
        void sleep(Duration duration) throws InterruptedException;
    }

    private final URI base;
    private final Patience patience;
    private final Pause pause;
    private final Runnable onSilence;
    private final AtomicBoolean silent = new AtomicBoolean();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();

    /** @param onSilence told once each time that the coordinator is away for longer than a moment */
    Transport(URI base, Patience patience, Pause pause, Runnable onSilence) {
        this.base = base;
        this.patience = patience;
        this.pause = pause;
        this.onSilence = onSilence;
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path));
    }

    /**
     * The answer of a request that succeeded.
     *
     * @throws ApiException when the coordinator answered with a problem
     * @throws UnreachableException when patience ran out first
     */
    <T> T send(HttpRequest request, BodyHandler<T> handler) {
        for (int tries = 0; ; tries++) {
            Optional<Duration> wait = patience.pause(tries);
            try {
                HttpResponse<Answer<T>> response = http.send(
                        request,
                        info -> info.statusCode() < 300
                                ? BodySubscribers.mapping(handler.apply(info), Answer.Good::new)
                                : BodySubscribers.mapping(
                                        BodySubscribers.ofString(StandardCharsets.UTF_8), Answer.Bad::new));
                silent.set(false);
                if (response.statusCode() != STARTING || wait.isEmpty()) {
                    return response.body().orThrow(response.statusCode());
                }
            } catch (IOException unreachable) {
                if (wait.isEmpty()) {
                    throw new UnreachableException(base, patience.total(), unreachable);
                }
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
            if (tries == A_MOMENT && silent.compareAndSet(false, true)) {
                onSilence.run();
            }
            sleep(wait.get());
        }
    }

    void sleep(Duration duration) {
        try {
            pause.sleep(duration);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private IllegalStateException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while waiting for " + base, cause);
    }

    private sealed interface Answer<T> {
        T orThrow(int status);

        record Good<T>(T body) implements Answer<T> {
            @Override
            public T orThrow(int status) {
                return body;
            }
        }

        record Bad<T>(String body) implements Answer<T> {
            @Override
            public T orThrow(int status) {
                throw Problems.read(status, body);
            }
        }
    }
}
