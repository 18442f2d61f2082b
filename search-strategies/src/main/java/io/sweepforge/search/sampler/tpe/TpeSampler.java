package io.sweepforge.search.sampler.tpe;

import io.sweepforge.search.Values;
import io.sweepforge.search.sampler.ActiveTrial;
import io.sweepforge.search.sampler.FinishedTrial;
import io.sweepforge.search.sampler.Sampler;
import io.sweepforge.search.sampler.SamplerSetup;
import io.sweepforge.search.sampler.Suggestion;
import io.sweepforge.search.sampler.support.FreshDraws;
import io.sweepforge.search.sampler.support.HashedRandom;
import io.sweepforge.search.sampler.support.TrialHistory;
import io.sweepforge.search.sampler.support.TrialRanking;
import io.sweepforge.search.space.Configuration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Tree-structured Parzen estimator (Bergstra et al., NeurIPS 2011): proposes, of some candidates drawn from the density
 * of the best trials, the one whose density there is highest compared with the density of the others. Each group of
 * parameters that are active together chooses by itself, parents first (Falkner et al., ICML 2018, for the joint
 * kernels).
 */
final class TpeSampler implements Sampler {
    private static final int CANDIDATES = 24;
    private static final int MAX_DRAWS = 20 * CANDIDATES;
    private static final int ATTEMPTS = 5;

    private final SamplerSetup setup;
    private final int startupTrials;
    private final FreshDraws draws;
    private final List<TpeGroup> groups;
    private final TrialHistory history = new TrialHistory();
    private final TreeSet<FinishedTrial> ranked = new TreeSet<>(TrialRanking.BEST_FIRST);

    TpeSampler(SamplerSetup setup, int startupTrials) {
        this.setup = setup;
        this.startupTrials = startupTrials;
        this.draws = new FreshDraws(setup);
        this.groups = TpeGroup.of(setup.space());
    }

    @Override
    public void update(List<FinishedTrial> finished, List<ActiveTrial> active) {
        history.update(finished, active).stream()
                .filter(TrialRanking::isTelling)
                .forEach(ranked::add);
    }

    @Override
    public Optional<Suggestion> suggest(int number) {
        if (ranked.size() < startupTrials) {
            return random(
                    number,
                    "drawn at random: only %d of %d first trials have finished"
                            .formatted(ranked.size(), startupTrials));
        }
        Predicate<Configuration> taken = history.takenByOthers(number);
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Optional<Suggestion> suggestion = new Attempt(number, attempt, taken).run();
            if (suggestion.isPresent()) {
                return suggestion;
            }
        }
        return random(number, "drawn at random: nothing new that meets the constraints lies near the best trials");
    }

    private Optional<Suggestion> random(int number, String reason) {
        return draws.draw(number, history).map(drawn -> new Suggestion(drawn, reason));
    }

    /** One try to put a configuration together, group by group. */
    private final class Attempt {
        private final HashedRandom random;
        private final List<Configuration> running;
        private final Predicate<Configuration> taken;
        private Map<String, Object> chosen = new HashMap<>();
        private double logRatio;

        Attempt(int number, int attempt, Predicate<Configuration> taken) {
            this.random = new HashedRandom(setup.seed(), number, attempt);
            this.running = history.activeExcept(number);
            this.taken = taken;
        }

        Optional<Suggestion> run() {
            for (TpeGroup group : groups) {
                if (group.isActive(chosen) && !choose(group)) {
                    return Optional.empty();
                }
            }
            Configuration configuration = setup.space().configure(parameter -> chosen.get(parameter.name()));
            return taken.test(configuration) ? Optional.empty() : Optional.of(new Suggestion(configuration, reason()));
        }

        private String reason() {
            return "TPE: %s times as likely among the best of %d trials as among the others"
                    .formatted(Values.brief(StrictMath.exp(logRatio), 2), ranked.size());
        }

        /** @return false when no candidate is allowed beside what was chosen so far */
        private boolean choose(TpeGroup group) {
            TpeSplit split = TpeSplit.of(
                    group, ranked, history.finished().descendingMap().values(), running);
            TpeDensity good = new TpeDensity(group.dimensions(), split.good());
            TpeDensity bad = new TpeDensity(group.dimensions(), split.bad());
            Map<String, Object> before = chosen;
            double best = Double.NEGATIVE_INFINITY;
            int found = 0;
            for (int draw = 0; draw < MAX_DRAWS && found < CANDIDATES; draw++) {
                Map<String, Object> values = new HashMap<>(before);
                values.putAll(group.decode(good.draw(random)));
                Configuration candidate = new Configuration(values);
                if (!setup.space().allows(candidate) || taken.test(candidate)) {
                    continue;
                }
                found++;
                double[] point = group.encode(candidate);
                double score = good.log(point) - bad.log(point);
                if (score > best) {
                    best = score;
                    chosen = values;
                }
            }
            logRatio += best;
            return found > 0;
        }
    }
}
