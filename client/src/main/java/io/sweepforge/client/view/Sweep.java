package io.sweepforge.client.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A sweep. */
public record Sweep(JsonNode json) {
    public String id() {
        return json.path("id").asText();
    }

    public String name() {
        return json.path("name").asText();
    }

    /** {@code running}, {@code paused}, {@code completed}, {@code cancelled} or {@code failed}. */
    public String state() {
        return json.path("state").asText();
    }

    public boolean isFinal() {
        return !state().equals("running") && !state().equals("paused");
    }

    public boolean isCompleted() {
        return state().equals("completed");
    }

    public Instant createdAt() {
        return Instant.parse(json.path("createdAt").asText());
    }

    /** The first objective's metric. */
    public String metric() {
        return json.path("spec").path("objectives").path(0).path("metric").asText("value");
    }

    /** How many trials are in a state; {@code total} counts all of them. */
    public int trials(String state) {
        return json.path("trials").path(state).asInt();
    }

    public int finishedTrials() {
        return trials("completed") + trials("pruned") + trials("failed") + trials("cancelled");
    }

    /** How many trials the budget allows. */
    public int maxTrials() {
        return json.path("spec").path("budget").path("maxTrials").asInt(trials("total"));
    }

    public Optional<Best> best() {
        return Optional.of(json.path("best")).filter(JsonNode::isObject).map(Best::new);
    }

    /** 0 to 1. */
    public double fraction() {
        return json.path("progress").path("fraction").asDouble();
    }

    /** How long it may still take; empty while nothing can be said. */
    public Optional<Duration> remaining() {
        return Optional.of(json.path("progress").path("remaining"))
                .filter(JsonNode::isTextual)
                .map(text -> Duration.parse(text.asText()));
    }

    /** Why the sweep is over; empty while it is not. */
    public String stopReason() {
        return json.path("stopReason").asText("");
    }

    /** The best trial so far. */
    public record Best(JsonNode json) {
        public int number() {
            return json.path("number").asInt();
        }

        public double value() {
            return json.path("value").asDouble();
        }

        public JsonNode parameters() {
            return json.path("parameters");
        }

        public JsonNode metrics() {
            return json.path("metrics");
        }
    }
}
