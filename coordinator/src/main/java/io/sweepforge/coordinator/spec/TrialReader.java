package io.sweepforge.coordinator.spec;

import io.sweepforge.coordinator.api.Datasets;
import io.sweepforge.protocol.DatasetReference;
import io.sweepforge.protocol.FamilyDescription;
import io.sweepforge.search.FieldError;
import io.sweepforge.search.FieldReader;
import io.sweepforge.search.NearestName;
import io.sweepforge.search.Values;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code trial}: what is to be trained on what. */
final class TrialReader {
    static final String MODEL = "model";
    private static final int MOST_EPOCHS = 1_000_000;
    private static final List<String> FIELDS = List.of("kind", "family", "dataset", "datasetHash", "epochs", "fixed");
    private static final List<String> LATER_KINDS = List.of("command", "external");

    private final SpecContext context;
    private final List<FieldError> errors;

    TrialReader(SpecContext context, List<FieldError> errors) {
        this.context = context;
        this.errors = errors;
    }

    /** What could be understood; complete when there are no errors. */
    record Part(
            Optional<FamilyDescription> family,
            Optional<DatasetReference> dataset,
            String datasetAsWritten,
            Optional<Integer> epochs,
            Map<String, Object> fixed) {
        static final Part NOTHING = new Part(Optional.empty(), Optional.empty(), "", Optional.empty(), Map.of());

        Optional<Integer> epochsOrDefault() {
            return epochs.or(() -> family.map(FamilyDescription::defaultEpochs));
        }
    }

    Part read(FieldReader body) {
        body.require("trial", "what to train, such as {\"kind\": \"model\", \"dataset\": \"digits\"}");
        return body.raw("trial")
                .flatMap(tree -> FieldReader.of("trial", tree, errors))
                .filter(this::isModel)
                .map(this::model)
                .orElse(Part.NOTHING);
    }

    /** Fields of the other kinds would only be reported as unknown. */
    private boolean isModel(FieldReader trial) {
        Object kind = trial.raw("kind").orElse(MODEL);
        if (LATER_KINDS.contains(kind)) {
            trial.error("kind", "must be \"model\": this version trains model families only, was " + Values.show(kind));
        } else if (!kind.equals(MODEL)) {
            trial.error("kind", "must be \"model\", was " + Values.show(kind));
        }
        return !LATER_KINDS.contains(kind);
    }

    private Part model(FieldReader trial) {
        trial.allowOnly(FIELDS);
        trial.require("dataset", "the name or id of a data set, " + datasetNames());
        Optional<String> name = trial.text("dataset");
        // A specification that was echoed can be submitted again and means the same bytes.
        Optional<DatasetReference> dataset =
                trial.text("datasetHash").or(() -> name).flatMap(given -> dataset(trial, given));
        Optional<FamilyDescription> family = family(trial, dataset);
        Map<String, Object> fixed = Body.object(trial, "fixed");
        family.ifPresent(known -> checkFixed(trial, known, fixed));
        return new Part(family, dataset, name.orElse(""), Numbers.integer(trial, "epochs", 1, MOST_EPOCHS), fixed);
    }

    private Optional<DatasetReference> dataset(FieldReader trial, String given) {
        Optional<DatasetReference> found = context.dataset(given).map(Datasets.Entry::reference);
        if (found.isEmpty()) {
            trial.error("dataset", "there is no data set \"" + given + "\"; " + datasetNames());
        }
        return found;
    }

    private String datasetNames() {
        List<String> names = context.datasets().stream()
                .map(entry -> entry.reference().name())
                .distinct()
                .toList();
        return names.isEmpty()
                ? "none is here yet: upload one with POST /api/v1/datasets?name="
                : "there are " + Values.showAll(names);
    }

    private Optional<FamilyDescription> family(FieldReader trial, Optional<DatasetReference> dataset) {
        Optional<String> name = trial.text("family");
        Optional<FamilyDescription> family = name.isPresent()
                ? named(trial, name.get())
                : dataset.filter(here -> trial.raw("family").isEmpty()).flatMap(here -> forData(trial, here));
        if (name.isPresent() && family.isPresent() && dataset.isPresent()) {
            checkTask(trial, family.get(), dataset.get());
        }
        return family;
    }

    private Optional<FamilyDescription> named(FieldReader trial, String name) {
        Optional<FamilyDescription> family = context.family(name);
        if (family.isEmpty()) {
            List<String> names =
                    context.families().stream().map(FamilyDescription::name).toList();
            String hint = names.isEmpty() ? "no node has joined yet: start one" : NearestName.hint(name, names);
            trial.error("family", "no node offers a model family \"" + name + "\"; " + hint);
        }
        return family;
    }

    private Optional<FamilyDescription> forData(FieldReader trial, DatasetReference dataset) {
        Optional<FamilyDescription> family = context.familyForTask(dataset.task());
        if (family.isEmpty()) {
            trial.error("family", "no node that joined so far offers a family for " + dataset.task() + ": start one");
        }
        return family;
    }

    private static void checkTask(FieldReader trial, FamilyDescription family, DatasetReference dataset) {
        if (!family.task().equals(dataset.task())) {
            trial.error(
                    "family",
                    "%s is for %s but the data set %s is for %s; choose another of the two"
                            .formatted(family.name(), family.task(), dataset.name(), dataset.task()));
        }
    }

    private static void checkFixed(FieldReader trial, FamilyDescription family, Map<String, Object> fixed) {
        FamilyParameters parameters = new FamilyParameters(family);
        fixed.forEach((name, value) ->
                parameters.valueProblem(name, value).ifPresent(problem -> trial.error("fixed." + name, problem)));
    }
}
