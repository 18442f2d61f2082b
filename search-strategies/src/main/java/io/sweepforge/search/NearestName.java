package io.sweepforge.search;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the known name that a mistyped one probably meant. */
public final class NearestName {
    private static final int MAX_LENGTH = 100;

    private NearestName() {}

    /** The nearest known name by optimal string alignment distance, if at most a third of the letters differ. */
    public static Optional<String> of(String given, Collection<String> known) {
        if (given.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        int limit = Math.max(1, given.length() / 3);
        return known.stream()
                .filter(name -> Math.abs(name.length() - given.length()) <= limit)
                .min(Comparator.comparingInt(name -> distance(given, name)))
                .filter(name -> distance(given, name) <= limit);
    }

    /** The end of an error message: the nearest known name, or all of them when none is near. */
    public static String hint(String given, Collection<String> known) {
        return of(given, known).map(name -> "did you mean \"" + name + "\"?").orElseGet(() -> listing(known));
    }

    private static String listing(Collection<String> known) {
        return known.isEmpty()
                ? "there are none"
                : known.stream()
                        .limit(20)
                        .collect(Collectors.joining(", ", "known are ", known.size() > 20 ? ", …" : ""));
    }

    /** Insertions, deletions, replacements and swaps of neighbours each cost 1; case is ignored. */
    private static int distance(String given, String name) {
        String a = given.toLowerCase(Locale.ROOT);
        String b = name.toLowerCase(Locale.ROOT);
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cheapest(int[][] cost, String a, String b, int i, int j) {
        int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, 1 + cost[i - 2][j - 2]) : best;
    }
}
