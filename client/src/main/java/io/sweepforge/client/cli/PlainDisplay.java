package io.sweepforge.client.cli;

import io.sweepforge.client.view.Sweep;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Prints a line when a sweep has come a twentieth further, has a new best value or is in another state. */
final class PlainDisplay implements Display {
    private static final int PARTS = 20;

    private final PrintWriter out;
    private final Map<String, String> printed = new HashMap<>();

    PlainDisplay(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void show(Sweep changed, List<Sweep> all) {
        String news = changed.state() + " " + Progress.parts(changed, PARTS) + " "
                + changed.best().map(Sweep.Best::value).orElse(Double.NaN);
        if (!news.equals(printed.put(changed.id(), news))) {
            out.println(Progress.line(changed));
            out.flush();
        }
    }
}
