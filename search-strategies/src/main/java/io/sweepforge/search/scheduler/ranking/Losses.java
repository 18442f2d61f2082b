package io.sweepforge.search.scheduler.ranking;

import io.sweepforge.search.Objective;
import io.sweepforge.search.Values;
import io.sweepforge.search.scheduler.Observation;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The losses of a trial at an epoch: as schedulers compare them, and in the user's words. */
public final class Losses {
    private static final int DIGITS = 5;

    private Losses() {}

    /** One per objective; all NaN when one is NaN or missing, so that nothing is gained by having no number. */
    public static double[] of(Observation observation, int objectives) {
        double[] losses = new double[objectives];
        for (int i = 0; i < objectives; i++) {
            losses[i] = i < observation.losses().size() ? observation.losses().get(i) : Double.NaN;
        }
        if (Arrays.stream(losses).anyMatch(Double::isNaN)) {
            Arrays.fill(losses, Double.NaN);
        }
        return losses;
    }

    public static boolean areNumbers(double[] losses) {
        return !Double.isNaN(losses[0]);
    }

    /** Names and values as the user knows them: {@code accuracy 0.91, size 12}. */
    public static String words(List<Objective> objectives, double[] losses) {
        return IntStream.range(0, losses.length)
                .mapToObj(i -> objectives.get(i).metric() + " "
                        + Values.brief(objectives.get(i).toValue(losses[i]), DIGITS))
                .collect(Collectors.joining(", "));
    }
}
