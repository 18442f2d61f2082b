package io.sweepforge.coordinator.http;

import io.sweepforge.coordinator.api.Cluster;
import io.sweepforge.coordinator.api.Datasets;
import io.sweepforge.coordinator.api.SweepSpec;
import io.sweepforge.coordinator.api.Sweeps;
import io.sweepforge.coordinator.spec.Extremes;
import io.sweepforge.coordinator.spec.SpecContext;
import io.sweepforge.coordinator.spec.SpecReader;
import io.sweepforge.coordinator.spec.Strategies;
import io.sweepforge.protocol.DatasetReference;
import io.sweepforge.protocol.FamilyDescription;
import io.sweepforge.protocol.NodeMessage.TrialRequirements;
import io.sweepforge.search.FieldError;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads submitted specifications against what the cluster has at the moment. */
final class Submissions {
    private final Cluster cluster;
    private final Datasets datasets;
    private final Sweeps sweeps;
    private final LongSupplier seeds;

    /** @param seeds for sweeps that have none */
    Submissions(Cluster cluster, Datasets datasets, Sweeps sweeps, LongSupplier seeds) {
        this.sweeps = sweeps;
        this.cluster = cluster;
        this.datasets = datasets;
        this.seeds = seeds;
    }

    /**
     * A specification that can be run.
     *
     * @param rungs epochs at which trials are compared
     * @param trials as many as the budget allows
     * @param warmStartTrials of earlier sweeps, known to the sampler from the beginning
     * @param memoryPerTrial bytes of the largest; null when no node could be asked
     */
    record Resolved(
            SweepSpec spec,
            List<Integer> rungs,
            int trials,
            int warmStartTrials,
            @Nullable Long memoryPerTrial) {}

    /** Fails with a {@link ProblemException} that holds every mistake. */
    CompletionStage<Resolved> resolve(@Nullable Object tree) {
        return cluster.families()
                .thenApply(families -> read(tree, families))
                .thenCompose(spec -> ends(spec)
                        .thenCombine(
                                sweeps.warmStart(spec).thenApply(Answers::value),
                                (ends, earlier) -> resolved(spec, ends, earlier)));
    }

    private static Resolved resolved(SweepSpec spec, List<TrialRequirements> ends, int earlier) {
        refuseUntrainable(ends);
        Long memory = ends.stream()
                .filter(end -> end.problems().isEmpty())
                .map(TrialRequirements::bytes)
                .max(Comparator.naturalOrder())
                .orElse(null);
        return new Resolved(
                spec, Strategies.scheduler(spec).rungs(), spec.budget().maxTrials(), earlier, memory);
    }

    private SweepSpec read(@Nullable Object tree, List<FamilyDescription> families) {
        return Answers.valid(SpecReader.read(tree, new SpecContext(families, datasets.list(), seeds.getAsLong())));
    }

    /** What the smallest and the largest trial would need, as far as a node answered. */
    private CompletionStage<List<TrialRequirements>> ends(SweepSpec spec) {
        DatasetReference dataset =
                datasets.find(spec.trial().datasetHash()).orElseThrow().reference();
        List<Map<String, Object>> ends = Extremes.of(spec);
        return describe(spec, dataset, ends.get(0))
                .thenCombine(
                        describe(spec, dataset, ends.get(1)),
                        (small, large) -> Stream.of(small, large)
                                .flatMap(Optional::stream)
                                .toList());
    }

    private CompletionStage<Optional<TrialRequirements>> describe(
            SweepSpec spec, DatasetReference dataset, Map<String, Object> parameters) {
        return cluster.describe(
                spec.trial().family(), dataset, parameters, spec.trial().epochs());
    }

    /** A space whose two ends are both impossible is refused; a part of one may be, for its trials fail one by one. */
    private static void refuseUntrainable(List<TrialRequirements> ends) {
        boolean trainable =
                ends.isEmpty() || ends.stream().anyMatch(end -> end.problems().isEmpty());
        if (!trainable) {
            throw Problem.invalid(ends.stream()
                            .flatMap(end -> end.problems().stream())
                            .distinct()
                            .map(problem -> new FieldError("trial", problem))
                            .toList())
                    .toException();
        }
    }
}
