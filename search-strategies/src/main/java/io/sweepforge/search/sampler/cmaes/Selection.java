package io.sweepforge.search.sampler.cmaes;

import io.sweepforge.search.sampler.support.TrialRanking;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who moves the distribution. Parents may live for some generations, as in (mu, kappa, lambda) strategies (Schwefel and
 * Rudolph, "Contemporary evolution strategies", 1995): with few trials this converges faster than letting every
 * generation replace the one before, and members that were proposed before the distribution moved, as those of parallel
 * workers are, do not pull it back.
 */
final class Selection {
    private static final Comparator<Member> BEST_FIRST = Comparator.comparing(Member::trial, TrialRanking.BEST_FIRST);
    private static final Comparator<Member> LATEST_FIRST =
            Comparator.comparingInt(Member::number).reversed();

    private Selection() {}

    static List<Member> bestFirst(List<Member> members) {
        return members.stream().sorted(BEST_FIRST).collect(Collectors.toList());
    }

    /** The parents of the generation after one, still with all the members of this one. */
    static List<Member> parents(Generation generation, List<Member> members) {
        return Stream.concat(members.stream(), generation.parents().stream())
                .sorted(LATEST_FIRST)
                .collect(Collectors.toList());
    }

    /**
     * As many as the members: the better half the best of members and parents, the others the worst of the members.
     *
     * @return the best first
     */
    static List<Member> of(Generation generation, List<Member> members) {
        int selected = members.size() / 2;
        List<Member> chosen =
                new ArrayList<>(bestFirst(parents(generation, members)).subList(0, selected));
        Set<Integer> numbers = chosen.stream().map(Member::number).collect(Collectors.toSet());
        List<Member> rest = bestFirst(members);
        rest.removeIf(member -> numbers.contains(member.number()));
        chosen.addAll(rest.subList(rest.size() - (members.size() - selected), rest.size()));
        return chosen;
    }
}
