package io.sweepforge.coordinator.dataset;

import java.util.HashSet;
import java.util.Set;

/** Counts the classes among labels. */
final class ClassCount {
    /** More are taken for a mistake, such as a measured quantity as target. */
    private static final int MOST = 10_000;

    private final Set<String> seen = new HashSet<>();

    /** @param place of the label, for the message when it is refused */
    void add(String label, String place) throws BadDatasetException {
        if (seen.contains(label)) {
            return;
        }
        double number = Cells.number(label);
        if (label.isEmpty() || (!Double.isNaN(number) && number != Math.rint(number))) {
            throw new BadDatasetException(
                    "%s: a class must be an integer or a word, was \"%s\"; to predict a quantity choose the task forecasting"
                            .formatted(place, label));
        }
        seen.add(label);
        if (seen.size() > MOST) {
            throw new BadDatasetException(
                    "%s: more than %d different classes; is the target the right column?".formatted(place, MOST));
        }
    }

    int count() {
        return seen.size();
    }
}
