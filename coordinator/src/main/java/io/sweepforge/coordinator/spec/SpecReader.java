package io.sweepforge.coordinator.spec;

import io.sweepforge.coordinator.api.SweepSpec;
import io.sweepforge.coordinator.api.SweepSpec.Budget;
import io.sweepforge.coordinator.api.SweepSpec.ObjectiveSpec;
import io.sweepforge.coordinator.api.SweepSpec.Retry;
import io.sweepforge.coordinator.api.SweepSpec.Strategy;
import io.sweepforge.coordinator.api.SweepSpec.TrialSpec;
import io.sweepforge.coordinator.api.SweepSpec.WarmStart;
import io.sweepforge.protocol.DatasetReference;
import io.sweepforge.protocol.FamilyDescription;
import io.sweepforge.search.FieldError;
import io.sweepforge.search.FieldReader;
import io.sweepforge.search.Parsed;
import io.sweepforge.search.space.Configuration;
import io.sweepforge.search.space.SearchSpace;
import io.sweepforge.search.space.SpaceSpec;
import io.sweepforge.search.space.SpaceTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads a sweep specification: whole, with every default filled in, or every mistake in it. */
public final class SpecReader {
    static final int LOWEST_PRIORITY = -1_000;
    static final int HIGHEST_PRIORITY = 1_000;
    static final int DEFAULT_TRIALS = 64;
    private static final int DEFAULT_ATTEMPTS = 3;
    private static final int MOST_ATTEMPTS = 100;
    private static final List<String> FIELDS = List.of(
            "name",
            "objectives",
            "trial",
            "space",
            "constraints",
            "sampler",
            "scheduler",
            "budget",
            "retry",
            "seed",
            "priority",
            "seedTrials",
            "labels",
            "warmStart");

    private final SpecContext context;
    private final FieldReader body;
    private final List<FieldError> errors;

    private SpecReader(SpecContext context, Map<?, ?> fields, List<FieldError> errors) {
        this.context = context;
        this.body = new FieldReader("", fields, errors);
        this.errors = errors;
    }

    /** @param tree the body as a JSON reader yields it: maps, lists, texts, numbers, booleans, null */
    public static Parsed<SweepSpec> read(@Nullable Object tree, SpecContext context) {
        return tree instanceof Map<?, ?> fields
                ? new SpecReader(context, fields, new ArrayList<>()).read()
                : Parsed.invalid(List.of(Body.notAnObject(tree)));
    }

    private Parsed<SweepSpec> read() {
        body.allowOnly(FIELDS);
        TrialReader.Part trial = new TrialReader(context, errors).read(body);
        List<ObjectiveSpec> objectives = new ObjectivesReader(trial.family(), errors).read(body);
        Optional<SpaceSpec> space = new SpaceReader(trial, errors).read(body);
        Budget budget = budget(objectives.size());
        long seed = seed();
        StrategyReader strategies = new StrategyReader(errors);
        Optional<Strategy> sampler = strategies.read(body, "sampler", "auto");
        Optional<Strategy> scheduler = strategies.read(body, "scheduler", objectives.size() > 1 ? "none" : "asha");
        StrategyCheck check = new StrategyCheck(objectives, seed, errors);
        Optional<SearchSpace> searched = space.map(SpaceSpec::space);
        sampler.ifPresent(given -> check.sampler(given, searched, budget.maxTrials(), trial.epochsOrDefault()));
        scheduler.ifPresent(given -> check.scheduler(given, searched, budget.maxTrials(), trial.epochsOrDefault()));
        String name = name(trial);
        int priority = Numbers.integer(body, "priority", LOWEST_PRIORITY, HIGHEST_PRIORITY)
                .orElse(0);
        Retry retry = retry();
        Map<String, String> labels = LabelsReader.read(body);
        Optional<WarmStart> warmStart = WarmStartReader.read(body, errors);
        if (!errors.isEmpty()) {
            return Parsed.invalid(errors);
        }
        SearchSpace parameters = space.orElseThrow().space();
        return Parsed.of(new SweepSpec(
                name,
                objectives,
                trial(trial),
                SpaceTree.parameters(parameters),
                SpaceTree.constraints(parameters),
                sampler.orElseThrow(),
                scheduler.orElseThrow(),
                budget,
                retry,
                seed,
                priority,
                space.get().seedTrials().stream().map(Configuration::values).toList(),
                labels,
                warmStart.orElse(null)));
    }

    private static TrialSpec trial(TrialReader.Part part) {
        return new TrialSpec(
                TrialReader.MODEL,
                part.family().orElseThrow().name(),
                part.datasetAsWritten(),
                part.dataset().orElseThrow().hash(),
                part.epochsOrDefault().orElseThrow(),
                part.fixed());
    }

    private String name(TrialReader.Part trial) {
        Optional<String> name = body.text("name");
        name.filter(text -> text.isBlank() || text.length() > 200)
                .ifPresent(text -> body.error("name", "must have 1 to 200 characters, had " + text.length()));
        return name.orElseGet(() -> trial.dataset().map(DatasetReference::name).orElse("") + "-"
                + trial.family().map(FamilyDescription::name).orElse(""));
    }

    private Budget budget(int objectives) {
        BudgetReader budget = new BudgetReader(body, errors);
        return new Budget(
                budget.maxTrials().orElse(DEFAULT_TRIALS),
                budget.maxDuration().orElse(null),
                budget.maxParallelTrials().orElse(null),
                target(budget, objectives).orElse(null),
                budget.maxTrialsWithoutImprovement().orElse(null));
    }

    private Optional<Double> target(BudgetReader budget, int objectives) {
        Optional<Double> target = budget.target();
        if (target.isPresent()) {
            BudgetTarget.problem(objectives).ifPresent(errors::add);
        }
        return target;
    }

    private Retry retry() {
        FieldReader retry = FieldReader.of("retry", body.raw("retry").orElse(Map.of()), errors)
                .orElseGet(() -> new FieldReader("retry", Map.of(), errors));
        retry.allowOnly(List.of("maxAttempts"));
        return new Retry(Numbers.integer(retry, "maxAttempts", 1, MOST_ATTEMPTS).orElse(DEFAULT_ATTEMPTS));
    }

    private long seed() {
        OptionalLong seed = body.integer("seed");
        return seed.orElse(context.seed());
    }
}
