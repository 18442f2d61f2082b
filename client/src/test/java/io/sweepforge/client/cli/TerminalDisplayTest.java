package io.sweepforge.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.sweepforge.client.Json;
import io.sweepforge.client.view.Sweep;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class TerminalDisplayTest {
    private static Sweep sweep(double fraction) throws JsonProcessingException {
        return new Sweep(Json.parse(
                "{\"name\": \"s\", \"state\": \"running\", \"progress\": {\"fraction\": " + fraction + "}}"));
    }

    @Test
    void drawsTwoLinesForASweepAndGoesBackToDrawThemAgain() throws JsonProcessingException {
        StringWriter out = new StringWriter();
        Display display = new TerminalDisplay(new PrintWriter(out));

        display.show(sweep(0), List.of(sweep(0), sweep(0)));
        assertThat(out.toString()).doesNotContain("\u001b[4A").contains("░ " + "  0%");
        display.show(sweep(0.5), List.of(sweep(0.5), sweep(0)));

        assertThat(out.toString()).containsOnlyOnce("\u001b[4A").contains("█".repeat(12) + "░".repeat(12) + "  50%");
    }
}
