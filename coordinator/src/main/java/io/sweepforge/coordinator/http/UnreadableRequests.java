package io.sweepforge.coordinator.http;

import akka.event.LoggingAdapter;
import akka.http.ParsingErrorHandler;
import akka.http.javadsl.model.HttpResponse;
import akka.http.scaladsl.model.ErrorInfo;
import akka.http.scaladsl.model.StatusCode;
import akka.http.scaladsl.settings.ServerSettings;
import io.sweepforge.coordinator.api.ErrorCode;

/** Answers what is no HTTP in the words of everything else. Named in {@code sweepforge-http.conf}. */
public final class UnreadableRequests extends ParsingErrorHandler {
    /** Found by this name, as Akka looks for a Scala object. */
    public static final UnreadableRequests MODULE$ = new UnreadableRequests();

    private UnreadableRequests() {}

    @Override
    public HttpResponse handle(StatusCode status, ErrorInfo error, LoggingAdapter log, ServerSettings settings) {
        return new Problem(ErrorCode.INVALID_REQUEST, "The request is not valid HTTP: " + error.summary() + ".")
                .toResponse();
    }
}
