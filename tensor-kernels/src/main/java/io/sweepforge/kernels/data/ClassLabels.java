package io.sweepforge.kernels.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Classes as they are called in the data, and the class index of each row. Classes are ordered as numbers when all of
 * them are integers, else as text, so the indexes do not depend on the order of the rows.
 *
 * @param names by class index
 * @param indexes by row
 */
record ClassLabels(List<String> names, int[] indexes) {
    /** More are taken for a mistake, such as a measured quantity as target. */
    private static final int MOST_CLASSES = 10_000;

    /** Collects the labels row by row. */
    static final class Builder {
        private final Map<String, Integer> seen = new HashMap<>();
        private final List<String> inOrderSeen = new ArrayList<>();
        private int[] rows = new int[64];
        private int count;

        /** @param place of the label, for the message when it is refused */
        void add(String label, String place) throws BadDatasetException {
            Integer known = seen.get(label);
            if (known == null) {
                known = seen.size();
                seen.put(canBeClass(label, place), known);
                inOrderSeen.add(label);
            }
            if (seen.size() > MOST_CLASSES) {
                throw new BadDatasetException(
                        place + ": more than " + MOST_CLASSES + " different classes; is the target the right column?");
            }
            if (count == rows.length) {
                rows = Arrays.copyOf(rows, count * 2);
            }
            rows[count++] = known;
        }

        private static String canBeClass(String label, String place) throws BadDatasetException {
            double number = Numbers.parse(label);
            if (label.isEmpty() || (!Double.isNaN(number) && number != Math.rint(number))) {
                throw new BadDatasetException(place + ": a class is an integer or a word, was \"" + label
                        + "\"; to predict a quantity choose the task forecasting");
            }
            return label;
        }

        ClassLabels build() {
            List<Integer> ids = new ArrayList<>(seen.values());
            ids.sort(Comparator.comparing(inOrderSeen::get, order()));
            int[] position = new int[ids.size()];
            for (int i = 0; i < position.length; i++) {
                position[ids.get(i)] = i;
            }
            int[] indexes = new int[count];
            Arrays.setAll(indexes, row -> position[rows[row]]);
            return new ClassLabels(ids.stream().map(inOrderSeen::get).toList(), indexes);
        }

        private Comparator<String> order() {
            boolean numeric = inOrderSeen.stream().noneMatch(name -> Double.isNaN(Numbers.parse(name)));
            return numeric
                    ? Comparator.comparingDouble(Numbers::parse).thenComparing(Comparator.naturalOrder())
                    : Comparator.naturalOrder();
        }
    }
}
