package io.sweepforge.client.cli;

import io.sweepforge.client.view.Sweep;

/** How far a sweep is, in words and bars. */
final class Progress {
    private static final int BAR = 24;

    private Progress() {}

    /** With a bar: name, bar, counts and what is left. */
    static String bar(Sweep sweep) {
        int full = parts(sweep, BAR);
        return String.format(
                "%-20s %s%s %s  %s",
                sweep.name(), "█".repeat(full), "░".repeat(BAR - full), percent(sweep), summary(sweep));
    }

    /** The best trial so far, indented below its bar. */
    static String best(Sweep sweep) {
        return " ".repeat(21) + bestWords(sweep);
    }

    /** Everything in one line. */
    static String line(Sweep sweep) {
        return sweep.name() + " " + percent(sweep) + "  " + summary(sweep) + "  " + bestWords(sweep);
    }

    private static String percent(Sweep sweep) {
        return String.format("%3d%%", parts(sweep, 100));
    }

    /** How many of so many equal parts are done, rounded down: all of them are only what is over. */
    static int parts(Sweep sweep, int all) {
        return (int) Math.floor(fraction(sweep) * all);
    }

    private static double fraction(Sweep sweep) {
        return sweep.isFinal() ? 1 : Math.min(1, Math.max(0, sweep.fraction()));
    }

    private static String summary(Sweep sweep) {
        StringBuilder words = new StringBuilder();
        words.append(sweep.finishedTrials())
                .append(" of ")
                .append(sweep.maxTrials())
                .append(" trials");
        for (String state : new String[] {"running", "pruned", "failed"}) {
            if (sweep.trials(state) > 0) {
                words.append(", ").append(sweep.trials(state)).append(' ').append(state);
            }
        }
        return words.append(outlook(sweep)).toString();
    }

    private static String outlook(Sweep sweep) {
        if (!sweep.state().equals("running")) {
            String reason = sweep.stopReason().isEmpty() ? "" : " (" + sweep.stopReason() + ")";
            return ", " + sweep.state() + reason;
        }
        return sweep.remaining()
                .map(left -> ", " + Words.duration(left) + " left")
                .orElse("");
    }

    private static String bestWords(Sweep sweep) {
        return sweep.best()
                .map(best -> "best " + sweep.metric() + " " + Words.number(best.value()) + " in trial " + best.number()
                        + ": " + Words.pairs(best.parameters()))
                .orElse("no result yet");
    }
}
