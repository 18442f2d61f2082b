package io.sweepforge.coordinator.analysis;

import java.util.List;
import java.util.stream.IntStream;

/** Fewer of many. */
final class Thinning {
    private Thinning() {}

    /** At most that many items, at even distances, the first and the last among them. */
    static <T> List<T> evenly(List<T> items, int most) {
        int size = items.size();
        return size <= most
                ? items
                : IntStream.range(0, most)
                        .mapToObj(i -> items.get((int) ((long) i * (size - 1) / (most - 1))))
                        .toList();
    }
}
