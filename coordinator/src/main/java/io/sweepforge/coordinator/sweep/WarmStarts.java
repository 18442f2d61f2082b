package io.sweepforge.coordinator.sweep;

import akka.actor.typed.ActorSystem;
import io.sweepforge.coordinator.api.SweepSpec;
import io.sweepforge.coordinator.api.SweepSpec.ObjectiveSpec;
import io.sweepforge.coordinator.spec.Strategies;
import io.sweepforge.coordinator.sweep.SweepReply.EarlierShown;
import io.sweepforge.search.FieldError;
import io.sweepforge.search.Parsed;
import io.sweepforge.search.Values;
import io.sweepforge.search.space.Configuration;
import io.sweepforge.search.space.ConfigurationCheck;
import io.sweepforge.search.space.Parameter;
import io.sweepforge.search.space.SearchSpace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;

/** Finds the trials of earlier sweeps that a new one can learn from. */
public final class WarmStarts {
    /** All together; a model has no use of more. */
    private static final int MOST_TRIALS = 3_000;
    /** Of one sweep, so that an answer fits into a message between coordinators. */
    private static final int MOST_OF_ONE = 1_000;

    /**
     * What there is.
     *
     * @param errors sweeps that are of no use, by field
     */
    public record Found(List<EarlierTrial> trials, List<FieldError> errors) {}

    private final BiFunction<String, Integer, CompletionStage<SweepReply>> ask;

    /** @param ask a sweep for so many of its finished trials */
    public WarmStarts(BiFunction<String, Integer, CompletionStage<SweepReply>> ask) {
        this.ask = ask;
    }

    /** Over the sweeps of this cluster. */
    public static WarmStarts over(ActorSystem<?> system) {
        return new WarmStarts(
                (sweep, limit) -> SweepService.ask(system, sweep, reply -> new SweepCommand.ShowEarlier(limit, reply)));
    }

    public CompletionStage<Found> find(SweepSpec spec) {
        List<String> sweeps =
                spec.warmStart() == null ? List.of() : spec.warmStart().sweeps();
        int limit = Math.min(MOST_OF_ONE, MOST_TRIALS / Math.max(1, sweeps.size()));
        CompletionStage<Found> all = CompletableFuture.completedFuture(new Found(List.of(), List.of()));
        for (int i = 0; i < sweeps.size(); i++) {
            String sweep = sweeps.get(i);
            String field = "warmStart.sweeps[" + i + "]";
            CompletionStage<Found> one = ask.apply(sweep, limit).thenApply(reply -> found(spec, sweep, field, reply));
            all = all.thenCombine(one, WarmStarts::join);
        }
        return all;
    }

    private static Found join(Found a, Found b) {
        return new Found(join(a.trials(), b.trials()), join(a.errors(), b.errors()));
    }

    private static <T> List<T> join(List<T> a, List<T> b) {
        List<T> all = new ArrayList<>(a);
        all.addAll(b);
        return List.copyOf(all);
    }

    private static Found found(SweepSpec spec, String sweep, String field, SweepReply reply) {
        if (!(reply instanceof EarlierShown shown)) {
            return nothing(field, "there is no sweep " + Values.show(sweep));
        }
        if (!shown.objectives().containsAll(spec.objectives())) {
            return nothing(
                    field,
                    "its objectives are %s, but this sweep's are %s"
                            .formatted(words(shown.objectives()), words(spec.objectives())));
        }
        return fitting(spec, field, shown);
    }

    private static Found fitting(SweepSpec spec, String field, EarlierShown shown) {
        SearchSpace space = Strategies.space(spec).space();
        List<EarlierTrial> fitting = new ArrayList<>();
        String why = "it has none";
        for (EarlierTrial trial : shown.trials()) {
            Parsed<Configuration> fit = ConfigurationCheck.check(space, "", known(space, trial.parameters()));
            if (fit.value().isPresent()) {
                fitting.add(fitted(spec, shown, trial, fit.get()));
            } else {
                FieldError error = fit.errors().get(0);
                why = "in trial %d %s %s"
                        .formatted(trial.number(), error.field().replaceFirst("^\\.", ""), error.message());
            }
        }
        return fitting.isEmpty()
                ? nothing(
                        field,
                        "none of its %d finished trials fits this space: %s"
                                .formatted(shown.trials().size(), why))
                : new Found(fitting, List.of());
    }

    private static Map<String, Object> known(SearchSpace space, Map<String, Object> parameters) {
        Map<String, Object> known = new LinkedHashMap<>();
        for (Parameter parameter : space.parameters()) {
            Object value = parameters.get(parameter.name());
            if (value != null) {
                known.put(parameter.name(), value);
            }
        }
        return known;
    }

    private static EarlierTrial fitted(
            SweepSpec spec, EarlierShown shown, EarlierTrial trial, Configuration configuration) {
        List<Double> values = trial.values().isEmpty()
                ? List.of()
                : spec.objectives().stream()
                        .map(objective -> trial.values().get(shown.objectives().indexOf(objective)))
                        .toList();
        return new EarlierTrial(
                trial.sweep(), trial.number(), configuration.values(), trial.outcome(), values, trial.epoch());
    }

    private static Found nothing(String field, String message) {
        return new Found(List.of(), List.of(new FieldError(field, message)));
    }

    private static String words(List<ObjectiveSpec> objectives) {
        return String.join(
                ", ",
                objectives.stream()
                        .map(objective -> objective.goal() + " " + objective.metric())
                        .toList());
    }
}
