package io.sweepforge.client.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalDouble;

/** A trial of a sweep. */
public record Trial(JsonNode json) {
    public int number() {
        return json.path("number").asInt();
    }

    public String state() {
        return json.path("state").asText();
    }

    /** The first objective's value; empty before the first report. */
    public OptionalDouble value() {
        JsonNode value = json.path("value");
        return value.isNumber() ? OptionalDouble.of(value.asDouble()) : OptionalDouble.empty();
    }

    public int epoch() {
        return json.path("epoch").asInt();
    }

    public int attempts() {
        return json.path("attempts").asInt();
    }

    public JsonNode parameters() {
        return json.path("parameters");
    }

    /** Why it failed if it did, else why it was chosen or stopped. */
    public String reason() {
        JsonNode failure = json.path("failure");
        return failure.isObject()
                ? failure.path("message").asText()
                : json.path("reason").asText("");
    }
}
