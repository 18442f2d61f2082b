package io.sweepforge.kernels.family;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that a mistyped one was probably meant to be. */
final class NearestName {
    private NearestName() {}

    /** The name with the fewest edits (Levenshtein 1966), unless more than a third of the letters would change. */
    static Optional<String> of(String mistyped, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(name -> edits(mistyped, name)))
                .filter(name -> edits(mistyped, name) <= Math.max(2, name.length() / 3));
    }

    private static int edits(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
