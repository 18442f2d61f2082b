package io.sweepforge.search.analysis;

import java.util.List;

/**
 * How much each parameter matters for one objective.
 *
 * @param trials how many trials it was computed from
 * @param items the greatest first; they sum to 1, or there are none when nothing can be said
 * @param note what to know about the figures, in sentences; empty when there is nothing
 */
public record Importance(int trials, List<Item> items, String note) {
    public Importance {
        items = List.copyOf(items);
    }

    /** @param importance share of all parameters' importance, 0 to 1 */
    public record Item(String parameter, double importance) {}
}
