package io.sweepforge.node.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.node.trial.AttemptLifecycle.Transition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds docs/lifecycles.md to the transition table; writes it with {@code -Dlifecycles.write=true}. */
class AttemptDiagramTest {
    private static final Path DOCUMENT = Path.of(System.getProperty("sweepforge.root"), "docs", "lifecycles.md");

    @Test
    void documentsTheLifecycleOfAnAttempt() throws IOException {
        String document = Files.readString(DOCUMENT);
        int from = document.indexOf("```mermaid\n", document.indexOf("## Attempt\n")) + "```mermaid\n".length();
        int to = document.indexOf("```\n", from);
        if (Boolean.getBoolean("lifecycles.write")) {
            Files.writeString(DOCUMENT, document.substring(0, from) + diagram() + document.substring(to));
        } else {
            assertThat(document.substring(from, to))
                    .as("%s is stale: write it with the command at its beginning", DOCUMENT)
                    .isEqualTo(diagram());
        }
    }

    private static String diagram() {
        return "stateDiagram-v2\n    [*] --> fetching\n"
                + Arrays.stream(AttemptState.values())
                        .map(AttemptDiagramTest::lines)
                        .collect(Collectors.joining())
                + "    ended --> [*]\n";
    }

    /** Signals that lead to the same share an arrow. */
    private static String lines(AttemptState state) {
        Map<Transition, List<String>> signals = new LinkedHashMap<>();
        for (AttemptSignal signal : AttemptSignal.values()) {
            AttemptLifecycle.transition(state, signal)
                    .ifPresent(transition -> signals.computeIfAbsent(transition, unused -> new ArrayList<>())
                            .add(words(signal)));
        }
        return signals.entrySet().stream()
                .map(entry -> line(state, entry.getKey(), String.join(", ", entry.getValue())))
                .collect(Collectors.joining());
    }

    private static String line(AttemptState state, Transition transition, String signals) {
        String action = transition.action() == AttemptAction.NOTHING ? "" : " / " + words(transition.action());
        return "    %s --> %s : %s%s\n"
                .formatted(
                        state.name().toLowerCase(Locale.ROOT),
                        transition.next().name().toLowerCase(Locale.ROOT),
                        signals,
                        action);
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
