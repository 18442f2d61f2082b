package io.sweepforge.coordinator.sweep;

import io.sweepforge.coordinator.sweep.SweepEvent.LeaseEnded;
import io.sweepforge.coordinator.sweep.SweepEvent.OfTrial;
import io.sweepforge.coordinator.sweep.SweepEvent.TrialCheckpointed;
import io.sweepforge.coordinator.sweep.SweepEvent.TrialEnded;
import io.sweepforge.coordinator.sweep.SweepEvent.TrialLeased;
import io.sweepforge.coordinator.sweep.SweepEvent.TrialPaused;
import io.sweepforge.coordinator.sweep.SweepEvent.TrialPromoted;
import io.sweepforge.coordinator.sweep.SweepEvent.TrialReported;
import io.sweepforge.coordinator.sweep.SweepEvent.TrialSuggested;
import io.sweepforge.protocol.Failure;
import io.sweepforge.search.Values;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An event of a trial in a line: its time (RFC 3339, UTC), then what happened, in words. */
final class TrialLogLine {
    private static final int DIGITS = 6;
    private static final Pattern BREAKS = Pattern.compile("\\s*\\R\\s*");

    private TrialLogLine() {}

    static String of(OfTrial event) {
        return event.at() + " " + BREAKS.matcher(words(event)).replaceAll(" ");
    }

    private static String words(OfTrial event) {
        if (event instanceof TrialSuggested suggested) {
            return "suggested %s: %s".formatted(parameters(suggested.parameters()), suggested.reason());
        }
        if (event instanceof TrialLeased leased) {
            return "attempt %d: leased to node %s, device %s"
                    .formatted(leased.attempt(), leased.node().id(), leased.device());
        }
        if (event instanceof TrialReported reported) {
            return reported(reported);
        }
        if (event instanceof TrialCheckpointed saved) {
            return "attempt %d: checkpoint of epoch %d, %d bytes, %s"
                    .formatted(
                            saved.attempt(),
                            saved.checkpoint().epoch(),
                            saved.checkpoint().bytes(),
                            saved.checkpoint().hash());
        }
        if (event instanceof TrialPaused paused) {
            return "attempt %d: paused, it gave its lane away and waits for a promotion".formatted(paused.attempt());
        }
        if (event instanceof TrialPromoted promoted) {
            return "promoted to epoch %d: %s".formatted(promoted.untilEpoch(), promoted.reason());
        }
        return event instanceof LeaseEnded ended ? interrupted(ended) : ended((TrialEnded) event);
    }

    private static String reported(TrialReported report) {
        String line = "attempt %d: epoch %d %s".formatted(report.attempt(), report.epoch(), metrics(report.metrics()));
        Judgement judgement = report.judgement();
        return judgement == null
                ? line
                : "%s; scheduler: %s, %s".formatted(line, lower(judgement.kind()), judgement.reason());
    }

    private static String interrupted(LeaseEnded ended) {
        return "attempt %d: interrupted by %s%s%s"
                .formatted(
                        ended.attempt(),
                        failure(ended.failure()),
                        ended.fromScratch() ? " Its checkpoint is not used again." : "",
                        ended.counted() ? " Counts as a failed attempt." : "");
    }

    private static String ended(TrialEnded ended) {
        String state = lower(ended.state());
        if (ended.failure() != null) {
            return state + " by " + failure(ended.failure());
        }
        return ended.reason() == null ? state : state + ": " + ended.reason();
    }

    private static String failure(Failure failure) {
        return "%s: %s %s"
                .formatted(failure.code(), failure.message(), failure.code().hint());
    }

    private static String parameters(Map<String, Object> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + Values.show(entry.getValue()))
                .collect(Collectors.joining(" "));
    }

    private static String metrics(Map<String, Double> metrics) {
        return metrics.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + Values.brief(entry.getValue(), DIGITS))
                .collect(Collectors.joining(" "));
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
