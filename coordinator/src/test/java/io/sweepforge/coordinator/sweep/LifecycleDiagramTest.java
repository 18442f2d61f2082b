package io.sweepforge.coordinator.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.coordinator.api.SweepState;
import io.sweepforge.coordinator.api.TrialState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds docs/lifecycles.md to the transition tables; writes it with {@code -Dlifecycles.write=true}. */
class LifecycleDiagramTest {
    private static final Path DOCUMENT = Path.of(System.getProperty("sweepforge.root"), "docs", "lifecycles.md");

    @Test
    void documentsTheLifecycleOfASweep() throws IOException {
        assertDocumented("Sweep", diagram(SweepState.class, SweepLifecycle.NEXT));
    }

    @Test
    void documentsTheLifecycleOfATrial() throws IOException {
        assertDocumented("Trial", diagram(TrialState.class, TrialLifecycle.NEXT));
    }

    /** The first constant is the first state. */
    private static <S extends Enum<S>> String diagram(Class<S> states, Map<S, Set<S>> next) {
        S first = states.getEnumConstants()[0];
        Stream<String> lines = EnumSet.allOf(states).stream().flatMap(state -> lines(state, next.get(state)));
        return "stateDiagram-v2\n    [*] --> " + name(first) + "\n" + lines.collect(Collectors.joining());
    }

    private static <S extends Enum<S>> Stream<String> lines(S state, Set<S> next) {
        return next.isEmpty()
                ? Stream.of("    " + name(state) + " --> [*]\n")
                : next.stream().sorted().map(to -> "    " + name(state) + " --> " + name(to) + "\n");
    }

    private static String name(Enum<?> state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static void assertDocumented(String title, String diagram) throws IOException {
        String document = Files.readString(DOCUMENT);
        int heading = document.indexOf("## " + title + "\n");
        int from = document.indexOf("```mermaid\n", heading) + "```mermaid\n".length();
        int to = document.indexOf("```\n", from);
        if (Boolean.getBoolean("lifecycles.write")) {
            Files.writeString(DOCUMENT, document.substring(0, from) + diagram + document.substring(to));
        } else {
            assertThat(document.substring(from, to))
                    .as("%s is stale: write it with the command at its beginning", DOCUMENT)
                    .isEqualTo(diagram);
        }
    }
}
