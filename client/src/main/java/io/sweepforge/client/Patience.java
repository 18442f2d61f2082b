package io.sweepforge.client;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a request is tried again while the coordinator is away: after 0.25 s, then twice as long each time up to 2 s.
 *
 * @param total the waits together never exceed this; zero gives up at once
 */
public record Patience(Duration total) {
    private static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(2);

    public Patience {
        if (total.isNegative()) {
            throw new IllegalArgumentException("total must not be negative, was " + total);
        }
    }

    /** A wait of the given number, from 0; empty when patience is at its end. */
    Optional<Duration> pause(int number) {
        Duration sum = Duration.ZERO;
        Duration pause = FIRST;
        for (int i = 0; i < number; i++) {
            sum = sum.plus(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : pause.multipliedBy(2);
        }
        return sum.plus(pause).compareTo(total) > 0 ? Optional.empty() : Optional.of(pause);
    }
}
