package io.sweepforge.coordinator.http;

import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.StatusCodes;
import akka.http.javadsl.model.headers.RawHeader;
import io.sweepforge.coordinator.api.Outcome;
import io.sweepforge.coordinator.api.Page;
import io.sweepforge.search.Parsed;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** From what the ports answer to responses. */
final class Answers {
    private Answers() {}

    /** A page of a list that is small enough to be held whole; its cursor is a position. */
    static <T> HttpResponse page(Query query, List<T> all) {
        int from = Math.min(all.size(), query.position().orElse(0));
        int to = Math.min(all.size(), from + query.limit());
        return Json.ok(new Page<>(all.subList(from, to), to < all.size() ? Integer.toString(to) : null));
    }

    /** The value, or its rejection as an exception. */
    static <T> T value(Outcome<T> outcome) {
        if (outcome instanceof Outcome.Done<T> done) {
            return done.value();
        }
        throw Problem.of((Outcome.Rejected<T>) outcome).toException();
    }

    /** 200 with the value as JSON, or the problem. */
    static <T> CompletionStage<HttpResponse> ok(CompletionStage<Outcome<T>> outcome) {
        return map(outcome, Json::ok);
    }

    /** 204, or the problem. */
    static HttpResponse noContent(Outcome<Void> outcome) {
        if (outcome instanceof Outcome.Rejected<Void> rejected) {
            throw Problem.of(rejected).toException();
        }
        return HttpResponse.create().withStatus(StatusCodes.NO_CONTENT);
    }

    /** 201 with what was made and where it is. */
    static HttpResponse created(String location, Object made) {
        return Json.ok(made).withStatus(StatusCodes.CREATED).addHeader(RawHeader.create("Location", location));
    }

    /** The value, or its mistakes as a 422. */
    static <T> T valid(Parsed<T> parsed) {
        return parsed.value().orElseThrow(() -> Problem.invalid(parsed.errors()).toException());
    }

    static <T> CompletionStage<HttpResponse> map(
            CompletionStage<Outcome<T>> outcome, Function<T, HttpResponse> response) {
        return outcome.thenApply(Answers::value).thenApply(response);
    }
}
