package io.sweepforge.coordinator.spec;

import io.sweepforge.coordinator.api.SweepSpec.ObjectiveSpec;
import io.sweepforge.protocol.FamilyDescription;
import io.sweepforge.protocol.FamilyDescription.Metric;
import io.sweepforge.search.FieldError;
import io.sweepforge.search.FieldReader;
import io.sweepforge.search.NearestName;
import io.sweepforge.search.Objective;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code objectives}. The default is the family's first metric, its default goal the metric's own. */
final class ObjectivesReader {
    private static final String FIELD = "objectives";
    private static final List<String> GOALS = List.of("maximize", "minimize");

    private final Optional<FamilyDescription> family;
    private final List<FieldError> errors;

    ObjectivesReader(Optional<FamilyDescription> family, List<FieldError> errors) {
        this.family = family;
        this.errors = errors;
    }

    /** Objectives as the search strategies know them. */
    static List<Objective> objectives(List<ObjectiveSpec> specs) {
        return specs.stream()
                .map(spec -> new Objective(
                        spec.metric(),
                        spec.goal().equals("maximize") ? Objective.Goal.MAXIMIZE : Objective.Goal.MINIMIZE))
                .toList();
    }

    List<ObjectiveSpec> read(FieldReader body) {
        Optional<List<Object>> given = body.list(FIELD);
        if (given.isEmpty()) {
            return family.stream()
                    .flatMap(known -> known.metrics().stream().limit(1))
                    .map(metric -> new ObjectiveSpec(metric.name(), metric.goal()))
                    .toList();
        }
        if (given.get().isEmpty()) {
            body.error(FIELD, "must name at least one objective; leave it out for the family's first metric");
        }
        List<ObjectiveSpec> objectives = new ArrayList<>();
        for (int i = 0; i < given.get().size(); i++) {
            FieldReader.of(FIELD + "[" + i + "]", given.get().get(i), errors)
                    .flatMap(this::objective)
                    .ifPresent(objective -> add(body, objectives, objective));
        }
        return objectives;
    }

    private static void add(FieldReader body, List<ObjectiveSpec> objectives, ObjectiveSpec objective) {
        if (objectives.stream().anyMatch(other -> other.metric().equals(objective.metric()))) {
            body.error(FIELD, "must not name " + objective.metric() + " twice");
        }
        objectives.add(objective);
    }

    private Optional<ObjectiveSpec> objective(FieldReader reader) {
        reader.allowOnly(List.of("metric", "goal"));
        reader.require("metric", "the name of a metric that the family reports");
        Optional<String> name = reader.text("metric");
        Optional<String> goal = reader.choice("goal", GOALS);
        Optional<Metric> metric = name.flatMap(given -> metric(reader, given));
        return metric.map(known -> new ObjectiveSpec(known.name(), goal.orElse(known.goal())));
    }

    private Optional<Metric> metric(FieldReader reader, String name) {
        List<Metric> metrics = family.map(FamilyDescription::metrics).orElse(List.of());
        Optional<Metric> metric =
                metrics.stream().filter(known -> known.name().equals(name)).findFirst();
        if (metric.isEmpty() && family.isPresent()) {
            reader.error(
                    "metric",
                    "%s does not report \"%s\"; %s"
                            .formatted(
                                    family.get().name(),
                                    name,
                                    NearestName.hint(
                                            name,
                                            metrics.stream().map(Metric::name).toList())));
        }
        return metric;
    }
}
