package io.sweepforge.protocol;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A model family as a node announces it; the coordinator knows families from here only.
 *
 * @param task {@code classification} or {@code forecasting}
 * @param defaultSpace in the form of the HTTP API's {@code space} field
 * @param metrics the first is the default objective
 */
public record FamilyDescription(
        String name,
        String description,
        String task,
        List<Parameter> parameters,
        Map<String, Object> defaultSpace,
        int defaultEpochs,
        List<Metric> metrics)
        implements ProtocolMessage {
    /**
     * A parameter that a sweep may fix or search.
     *
     * @param type {@code float}, {@code int} or {@code categorical}
     * @param min smallest accepted value; null when categorical
     * @param max largest accepted value; null when categorical
     * @param values accepted categories; empty unless categorical
     */
    public record Parameter(
            String name,
            String type,
            @Nullable Double min,
            @Nullable Double max,
            List<String> values,
            Object defaultValue,
            String description)
            implements ProtocolMessage {}

    /**
     * A number that every report carries.
     *
     * @param goal {@code maximize} or {@code minimize}
     */
    public record Metric(String name, String goal, String description) implements ProtocolMessage {}
}
