package io.sweepforge.coordinator.http;

import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many requests there were by route, how long they took, and how many were refused. */
record RequestMetrics(MeterRegistry registry) {
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");

    Running begin() {
        return new Running(registry, Timer.start(registry));
    }

    /** A request that is being answered. */
    record Running(MeterRegistry registry, Timer.Sample sample) {
        void end(HttpRequest request, String route, @Nullable HttpResponse response) {
            int status = response == null ? 500 : response.status().intValue();
            String method =
                    METHODS.contains(request.method().name()) ? request.method().name() : "other";
            sample.stop(Timer.builder("sweepforge.http.requests")
                    .description("Requests answered, and the time until the answer began")
                    .tags("method", method, "route", route, "status", Integer.toString(status))
                    .register(registry));
            if (status >= 400 && status < 500) {
                registry.counter("sweepforge.http.refused", "status", Integer.toString(status))
                        .increment();
            }
        }
    }
}
