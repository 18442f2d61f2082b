package io.sweepforge.search.sampler.tpe;

import io.sweepforge.search.Values;
import io.sweepforge.search.sampler.ActiveTrial;
import io.sweepforge.search.sampler.FinishedTrial;
import io.sweepforge.search.sampler.Sampler;
import io.sweepforge.search.sampler.SamplerSetup;
import io.sweepforge.search.sampler.Suggestion;
import io.sweepforge.search.sampler.sobol.SobolDraws;
import io.sweepforge.search.sampler.support.FreshDraws;
import io.sweepforge.search.sampler.support.HashedRandom;
import io.sweepforge.search.sampler.support.TrialHistory;
import io.sweepforge.search.sampler.support.TrialRanking;
import io.sweepforge.search.space.Configuration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Tree-structured Parzen estimator (Bergstra et al., NeurIPS 2011): proposes, of some candidates drawn from the density
 * of the best trials, the one whose density there is highest compared with the density of the others. Each group of
 * parameters that are active together chooses by itself, parents first (Falkner et al., ICML 2018, for the joint
 * kernels).
 *
 * <p>Running trials count once they have reported. Before that they only keep their configuration from being proposed
 * again: the candidates of each trial are its own random ones, and calling running trials bad ones (the constant liar)
 * drives parallel workers out of the region that is just becoming good. What these trials would teach the densities is
 * made up for by a regression on the best trials, which has a say in the choice among the candidates.
 */
final class TpeSampler implements Sampler {
    private static final int CANDIDATES = 48;
    private static final int MAX_DRAWS = 20 * CANDIDATES;
    private static final int ATTEMPTS = 5;
    /** More would only be a long number. */
    private static final double MAX_LOG_RATIO = 20;

    private final SamplerSetup setup;
    private final int startupTrials;
    private final SobolDraws start;
    private final FreshDraws fallback;
    private final List<GroupTrials> groups;
    private final TrialHistory history = new TrialHistory();
    /** How many finished trials say something about their configurations. */
    private int telling;

    TpeSampler(SamplerSetup setup, int startupTrials) {
        this.setup = setup;
        this.startupTrials = startupTrials;
        this.start = new SobolDraws(setup);
        this.fallback = new FreshDraws(setup);
        this.groups = TpeGroup.of(setup.space()).stream().map(GroupTrials::new).toList();
    }

    @Override
    public void update(List<FinishedTrial> finished, List<ActiveTrial> active) {
        List<Observation> fresh = history.update(finished, active).stream()
                .filter(TrialRanking::isTelling)
                .map(Observation::of)
                .toList();
        telling += fresh.size();
        groups.forEach(group -> group.tell(fresh));
    }

    @Override
    public Optional<Suggestion> suggest(int number) {
        if (isStarting(number)) {
            return start.draw(number, history)
                    .map(point -> new Suggestion(
                            point.configuration(),
                            "%s; %d of %d first trials have finished"
                                    .formatted(point.reason(), telling, startupTrials)));
        }
        Predicate<Configuration> taken = history.takenByOthers(number);
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Optional<Suggestion> suggestion = new Attempt(number, attempt, taken).run();
            if (suggestion.isPresent()) {
                return suggestion;
            }
        }
        return fallback.draw(number, history)
                .map(drawn -> new Suggestion(
                        drawn, "drawn at random: nothing new that meets the constraints lies near the best trials"));
    }

    /** Until as many trials as wanted were proposed and half of them say something. */
    private boolean isStarting(int number) {
        int proposed = telling + history.activeExcept(number).size();
        return proposed < startupTrials || 2 * telling < startupTrials;
    }

    /** One try to put a configuration together, group by group. */
    private final class Attempt {
        private final HashedRandom random;
        private final List<Observation> running;
        /** How many others have not reported anything. */
        private final int silent;

        private final Predicate<Configuration> taken;
        private Map<String, Object> chosen = new HashMap<>();
        private double logRatio;
        private boolean regressed;

        Attempt(int number, int attempt, Predicate<Configuration> taken) {
            this.random = new HashedRandom(setup.seed(), number, attempt);
            List<ActiveTrial> active = history.activeTrialsExcept(number);
            this.running = active.stream()
                    .map(Observation::of)
                    .filter(Observation::hasLosses)
                    .collect(Collectors.toList());
            this.silent = active.size() - running.size();
            this.taken = taken;
        }

        Optional<Suggestion> run() {
            for (GroupTrials group : groups) {
                if (group.group().isActive(chosen) && !choose(group)) {
                    return Optional.empty();
                }
            }
            Configuration configuration = setup.space().configure(parameter -> chosen.get(parameter.name()));
            return taken.test(configuration) ? Optional.empty() : Optional.of(new Suggestion(configuration, reason()));
        }

        private String reason() {
            double ratio = StrictMath.exp(Math.min(MAX_LOG_RATIO, logRatio));
            String reason = "TPE: %s times as likely among the best of %d trials as among the others"
                    .formatted(Values.brief(ratio, 2), telling);
            String more = "; because %d at work have not reported, a regression on the best counted too";
            return regressed ? reason + more.formatted(silent) : reason;
        }

        /** @return false when no candidate is allowed beside what was chosen so far */
        private boolean choose(GroupTrials trials) {
            TpeSplit split = trials.split(running, silent == 0 ? 0 : RankModel.MOST_TRIALS);
            TpeGroup group = trials.group();
            GoodDensity good = new GoodDensity(group.dimensions(), split.good());
            BadDensity bad = new BadDensity(group.dimensions(), split.bad(), good.blend());
            Optional<RankModel> model =
                    silent == 0 ? Optional.empty() : RankModel.of(group.dimensions(), split.ranked());
            regressed |= model.isPresent();
            Map<String, Object> before = chosen;
            double best = Double.NEGATIVE_INFINITY;
            double ratio = 0;
            int found = 0;
            for (int draw = 0; draw < MAX_DRAWS && found < CANDIDATES; draw++) {
                double[] point = good.draw(random);
                Map<String, Object> values = new HashMap<>(before);
                values.putAll(group.decode(point));
                Configuration candidate = new Configuration(values);
                if (!setup.space().allows(candidate) || taken.test(candidate)) {
                    continue;
                }
                found++;
                point = group.snap(point);
                double advantage = good.log(point) - bad.log(point);
                double score = advantage + (model.isPresent() ? model.get().logChance(point) : 0);
                if (score > best) {
                    best = score;
                    ratio = advantage;
                    chosen = values;
                }
            }
            logRatio += ratio;
            return found > 0;
        }
    }
}
