package io.sweepforge.benchmarks.search;

import java.io.PrintWriter;

/** Tells how far a measurement has come: one line that is written over on a terminal, a line per tenth elsewhere. */
final class Progress {
    private final PrintWriter out;
    private final boolean terminal;
    private int total;
    private int done;

    Progress(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    synchronized void begin(int steps) {
        total = steps;
        done = 0;
    }

    synchronized void step(String what) {
        done++;
        if (terminal) {
            out.printf("\r%d of %d searches, last %-40s", done, total, what);
        } else if (10 * done / total > 10 * (done - 1) / total) {
            out.printf("%d of %d searches%n", done, total);
        }
        out.flush();
    }

    synchronized void end() {
        if (terminal) {
            out.printf("\r%60s\r", "");
        }
        out.flush();
    }
}
