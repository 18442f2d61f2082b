package io.sweepforge.client.cli;

import io.sweepforge.client.view.Sweep;
import java.io.PrintWriter;
import java.util.List;

/** Redraws two lines for each sweep in place. Lines are cut at the window's edge, never wrapped, so that they can be. */
final class TerminalDisplay implements Display {
    private static final String NO_WRAP = "\u001b[?7l";
    private static final String WRAP = "\u001b[?7h";
    private static final String CLEAR_LINE = "\u001b[K";

    private final PrintWriter out;
    private int drawn;

    TerminalDisplay(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void show(Sweep changed, List<Sweep> all) {
        StringBuilder screen = new StringBuilder(NO_WRAP);
        if (drawn > 0) {
            screen.append("\u001b[").append(drawn).append('A');
        }
        drawn = 0;
        for (Sweep sweep : all) {
            add(screen, Progress.bar(sweep));
            add(screen, Progress.best(sweep));
        }
        out.print(screen.append(WRAP));
        out.flush();
    }

    private void add(StringBuilder screen, String line) {
        screen.append('\r').append(line).append(CLEAR_LINE).append('\n');
        drawn++;
    }
}
