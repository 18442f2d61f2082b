package io.sweepforge.coordinator.spec;

import io.sweepforge.coordinator.api.Datasets;
import io.sweepforge.protocol.FamilyDescription;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a specification is read against.
 *
 * @param families announced by the nodes
 * @param datasets uploaded so far
 * @param seed taken when the specification has none
 */
public record SpecContext(List<FamilyDescription> families, List<Datasets.Entry> datasets, long seed) {
    public SpecContext {
        families = List.copyOf(families);
        datasets = List.copyOf(datasets);
    }

    Optional<FamilyDescription> family(String name) {
        return families.stream().filter(family -> family.name().equals(name)).findFirst();
    }

    /** The first family announced that learns a task: nodes announce the most usual one first. */
    Optional<FamilyDescription> familyForTask(String task) {
        return families.stream().filter(family -> family.task().equals(task)).findFirst();
    }

    /** By hash, or the newest of that name. */
    Optional<Datasets.Entry> dataset(String nameOrHash) {
        return datasets.stream()
                .filter(entry -> entry.reference().name().equals(nameOrHash)
                        || entry.reference().hash().equals(nameOrHash))
                .max(Comparator.comparing(Datasets.Entry::createdAt));
    }
}
