package io.sweepforge.coordinator.http;

import akka.actor.typed.ActorSystem;
import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import akka.http.scaladsl.model.EntityStreamException;
import akka.japi.function.Function;
import akka.stream.javadsl.Sink;
import io.sweepforge.coordinator.api.ErrorCode;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers every request: the route's answer, or a problem that tells no secrets. Counts and times all of them. */
final class HttpService implements Function<HttpRequest, CompletionStage<HttpResponse>> {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(HttpService.class);

    private final transient ActorSystem<?> system;
    private final transient Router router;
    private final transient RequestMetrics metrics;

    HttpService(ActorSystem<?> system, Router router, RequestMetrics metrics) {
        this.system = system;
        this.router = router;
        this.metrics = metrics;
    }

    @Override
    public CompletionStage<HttpResponse> apply(HttpRequest request) {
        RequestMetrics.Running running = metrics.begin();
        Router.Found found = router.find(request);
        return answer(found, request)
                .exceptionally(failure -> problem(request, failure).toResponse())
                .thenCompose(response -> drained(request, response))
                .whenComplete((response, failure) -> running.end(request, found.template(), response));
    }

    private static CompletionStage<HttpResponse> answer(Router.Found found, HttpRequest request) {
        try {
            return found.answer(request);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static Problem problem(HttpRequest request, Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof ProblemException expected) {
            return expected.problem();
        }
        if (isBrokenOff(cause)) {
            return new Problem(ErrorCode.INVALID_REQUEST, "The connection ended before the body did; send it again.");
        }
        LOG.warn("{} {} failed", request.method().name(), request.getUri().path(), cause);
        return cause instanceof TimeoutException
                ? new Problem(ErrorCode.UNAVAILABLE, "The cluster did not answer in time; try again in a moment.")
                : new Problem(ErrorCode.INTERNAL, "The request failed; the coordinator's log says why.");
    }

    /** The client went away while it was sending: no news for an operator. */
    private static boolean isBrokenOff(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(EntityStreamException.class::isInstance);
    }

    /**
     * A refused request's body that nobody read is thrown away before the answer, so that a client that is still sending
     * gets to read it. One that waits for {@code 100 Continue} has not begun.
     */
    private CompletionStage<HttpResponse> drained(HttpRequest request, HttpResponse response) {
        boolean unread = response.status().isFailure() && !request.entity().isStrict();
        if (!unread || request.getHeader("Expect").isPresent()) {
            return CompletableFuture.completedFuture(response);
        }
        return request.entity()
                .withSizeLimit(LimitedInputStream.PATIENCE)
                .getDataBytes()
                .runWith(Sink.ignore(), system)
                .handle((done, alreadyRead) -> response);
    }
}
