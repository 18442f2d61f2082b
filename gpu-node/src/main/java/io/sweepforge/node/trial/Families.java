package io.sweepforge.node.trial;

import io.sweepforge.kernels.data.DataShape;
import io.sweepforge.kernels.family.MetricDescription;
import io.sweepforge.kernels.family.ModelFamily;
import io.sweepforge.kernels.family.ParameterDescription;
import io.sweepforge.protocol.DatasetReference;
import io.sweepforge.protocol.FamilyDescription;
import io.sweepforge.protocol.NodeMessage.TrialRequirements;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The model families that this node trains. */
public final class Families {
    private final Map<String, ModelFamily> byName = new LinkedHashMap<>();

    public Families(List<? extends ModelFamily> families) {
        families.forEach(family -> byName.put(family.name(), family));
    }

    Optional<ModelFamily> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The sentence for somebody who asked for a family that is not here. */
    String unknown(String name) {
        return "This node has no model family \"%s\"; it has %s.".formatted(name, String.join(", ", byName.keySet()));
    }

    /** What a trial would need. */
    public TrialRequirements requirements(
            String family, DatasetReference dataset, Map<String, Object> parameters, int epochs) {
        return find(family)
                .map(known -> requirements(known, dataset, parameters, epochs))
                .orElseGet(() -> new TrialRequirements(List.of(unknown(family)), 0));
    }

    /** As they are announced to the coordinator. */
    public List<FamilyDescription> descriptions() {
        return byName.values().stream().map(Families::describe).toList();
    }

    private static TrialRequirements requirements(
            ModelFamily family, DatasetReference dataset, Map<String, Object> parameters, int epochs) {
        DataShape shape = new DataShape(dataset.task(), dataset.rows(), dataset.shape(), dataset.classes());
        List<String> problems = family.problems(parameters, epochs, shape);
        return new TrialRequirements(problems, problems.isEmpty() ? family.estimateBytes(parameters, shape) : 0);
    }

    private static FamilyDescription describe(ModelFamily family) {
        return new FamilyDescription(
                family.name(),
                family.description(),
                family.task(),
                family.parameters().stream().map(Families::describe).toList(),
                family.defaultSpace(),
                family.defaultEpochs(),
                family.metrics().stream().map(Families::describe).toList());
    }

    private static FamilyDescription.Parameter describe(ParameterDescription parameter) {
        return new FamilyDescription.Parameter(
                parameter.name(),
                parameter.type(),
                parameter.min(),
                parameter.max(),
                parameter.values(),
                parameter.defaultValue(),
                parameter.description());
    }

    private static FamilyDescription.Metric describe(MetricDescription metric) {
        return new FamilyDescription.Metric(
                metric.name(), metric.maximize() ? "maximize" : "minimize", metric.description());
    }
}
