package io.sweepforge.kernels.nn;

/**
 * The learning rate at each training step, a pure function.
 *
 * @param shape of the curve after the warm-up
 * @param base learning rate at its highest, above 0
 * @param warmup steps of linear rise from base / warmup to base, from 0
 * @param total training steps of the whole run, above {@code warmup}
 */
public record Schedule(Shape shape, double base, long warmup, long total) {
    /** A curve over the steps after the warm-up. */
    public sealed interface Shape {}

    /** Always the base. */
    public record Constant() implements Shape {}

    /**
     * The base times {@code factor} after every {@code every} steps.
     *
     * @param every steps, from 1
     * @param factor in (0, 1]
     */
    public record Step(long every, double factor) implements Shape {
        public Step {
            Checks.positive("schedule.every", (double) every);
            Checks.positive("schedule.factor", factor);
            if (factor > 1) {
                throw new IllegalArgumentException("schedule.factor must be at most 1, was " + factor);
            }
        }
    }

    /** Half a cosine from the base down to 0 at the last step (Loshchilov and Hutter 2017, equation 5). */
    public record Cosine() implements Shape {}

    public Schedule {
        Checks.positive("schedule.base", base);
        Checks.notNegative("schedule.warmup", (double) warmup);
        if (total <= warmup) {
            throw new IllegalArgumentException(
                    "schedule.total must be above the warm-up (" + warmup + "), was " + total);
        }
    }

    /** The learning rate at {@code step}, from 0; beyond the total it stays what it was at its end. */
    public double at(long step) {
        if (step < warmup) {
            return base * (step + 1) / warmup;
        }
        long since = Math.min(step, total) - warmup;
        if (shape instanceof Step decay) {
            long falls = since / decay.every();
            return base * StrictMath.pow(decay.factor(), (double) falls);
        } else if (shape instanceof Cosine) {
            return base * 0.5 * (1 + StrictMath.cos(Math.PI * since / (total - warmup)));
        }
        return base;
    }
}
