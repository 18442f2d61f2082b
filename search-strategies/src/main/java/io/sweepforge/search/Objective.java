package io.sweepforge.search;

/** What a sweep optimises. Samplers and schedulers only ever see losses; this is the one place where goals turn into them. */
public record Objective(String metric, Goal goal) {
    public enum Goal {
        MINIMIZE,
        MAXIMIZE
    }

    /** The metric's value as a loss: smaller is better. NaN stays NaN and ranks behind every number. */
    public double toLoss(double value) {
        return goal == Goal.MINIMIZE ? value : -value;
    }

    /** The inverse of {@link #toLoss}. */
    public double toValue(double loss) {
        return goal == Goal.MINIMIZE ? loss : -loss;
    }
}
