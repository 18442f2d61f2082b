package io.sweepforge.node.transfer;

import java.time.Duration;

/** How long to wait before trying again: twice as long each time, up to a limit. */
public record Backoff(Duration first, Duration longest) {
    /** What a node uses. */
    public static final Backoff DEFAULT = new Backoff(Duration.ofMillis(250), Duration.ofSeconds(5));

    /** @param failures how often it failed so far, from 1 */
    Duration after(int failures) {
        int doublings = Math.min(failures - 1, 20);
        Duration delay = first.multipliedBy(1L << doublings);
        return delay.compareTo(longest) < 0 ? delay : longest;
    }
}
