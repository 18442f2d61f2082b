package io.sweepforge.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What must hold of the events of any sweep, whatever was killed meanwhile. */
final class JournalRules {
    private JournalRules() {}

    /** Each trial's events in order, by its number. */
    static Map<Integer, List<JsonNode>> byTrial(List<JsonNode> events) {
        Map<Integer, List<JsonNode>> history = new TreeMap<>();
        for (JsonNode event : events) {
            if (event.has("number")) {
                history.computeIfAbsent(event.get("number").asInt(), unused -> new ArrayList<>())
                        .add(event);
            }
        }
        return history;
    }

    /** Not even the journal knows of a trial that ended twice, or of anything about one after its end. */
    static void assertThatEveryTrialEndedOnceAndForAll(Map<Integer, List<JsonNode>> history) {
        assertThat(history).allSatisfy((number, events) -> {
            List<String> happened =
                    events.stream().map(event -> event.get("type").asText()).toList();
            assertThat(happened).startsWith("trial-suggested").endsWith("trial-ended");
            assertThat(happened).containsOnlyOnce("trial-suggested").containsOnlyOnce("trial-ended");
        });
    }

    /**
     * Attempts count from 1 without gaps, and the next begins only after the lease of the one before has ended. A
     * promotion belongs to the trial and not to an attempt: it may reach a trial whose lane still waits at the rung.
     */
    static void assertThatAttemptsFollowEachOther(Map<Integer, List<JsonNode>> history) {
        assertThat(history).allSatisfy((number, events) -> {
            int attempt = 0;
            boolean leased = false;
            for (JsonNode event : events) {
                String type = event.get("type").asText();
                if (type.equals("trial-leased")) {
                    assertThat(leased).as("leased while leased").isFalse();
                    attempt++;
                    leased = true;
                } else if (type.equals("lease-ended") || type.equals("trial-paused")) {
                    leased = false;
                }
                if (leased && !type.equals("trial-promoted")) {
                    assertThat(event.get("attempt").asInt()).isEqualTo(attempt);
                }
            }
        });
    }

    /** What a node told of an attempt was recorded in its order, each thing and each epoch once. */
    static void assertThatNothingWasRecordedTwice(Map<Integer, List<JsonNode>> history) {
        assertThat(history).allSatisfy((number, events) -> {
            int attempts = (int) ofType(events, "trial-leased").count();
            for (int attempt = 1; attempt <= attempts; attempt++) {
                int current = attempt;
                List<JsonNode> told = Stream.of("trial-reported", "trial-checkpointed")
                        .flatMap(type -> ofType(events, type))
                        .filter(event -> event.get("attempt").asInt() == current)
                        .toList();
                assertThat(told.stream().map(event -> event.get("sequence").asInt()))
                        .containsExactlyInAnyOrderElementsOf(
                                IntStream.rangeClosed(1, told.size()).boxed().toList());
            }
            assertThat(ofType(events, "trial-reported").map(event -> event.get("attempt") + ":" + event.get("epoch")))
                    .doesNotHaveDuplicates();
        });
    }

    static Stream<JsonNode> ofType(List<JsonNode> events, String type) {
        return events.stream().filter(event -> event.get("type").asText().equals(type));
    }
}
