package io.sweepforge.benchmarks.search;

import java.util.List;

/**
 * On how many problems a sampler's median regret is at most its rival's.
 *
 * @param compared problems for which both are known
 */
record Wins(int won, int compared) {
    static Wins count(SearchReport report, PeerFigures peers, List<String> problems, String sampler, int budget) {
        int won = 0;
        int compared = 0;
        for (String problem : problems) {
            double theirs = peers.after(problem, sampler, budget);
            double ours = report.after(problem, sampler, budget);
            compared += Double.isNaN(theirs) || Double.isNaN(ours) ? 0 : 1;
            won += ours <= theirs ? 1 : 0;
        }
        return new Wins(won, compared);
    }

    @Override
    public String toString() {
        return compared == 0 ? "-" : won + " of " + compared;
    }
}
