package io.sweepforge.benchmarks.curves;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sweepforge.benchmarks.data.RealData;
import io.sweepforge.search.Objective;
import io.sweepforge.search.Objective.Goal;
import io.sweepforge.search.space.Configuration;
import io.sweepforge.search.space.SearchSpace;
import io.sweepforge.search.space.SpaceParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What is searched: a model family on a data set, described as a sweep is.
 *
 * @param dataset a name that {@link RealData#named} knows
 * @param fixed parameters of the family that are not searched
 * @param epochs of every trial
 */
record CurveStudy(
        String name,
        String family,
        String dataset,
        Map<String, Object> fixed,
        SearchSpace space,
        int epochs,
        Objective objective) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};
    private static final List<String> NAMES = List.of("mnist-conv", "etth1-lstm", "digits-conv", "sunspots-lstm");

    /** Those whose data lie in a folder. */
    static List<CurveStudy> in(Path folder) {
        return NAMES.stream()
                .map(CurveStudy::named)
                .filter(study -> RealData.isIn(folder, study.dataset()))
                .collect(Collectors.toList());
    }

    static CurveStudy named(String name) {
        try (InputStream in = CurveStudy.class.getResourceAsStream(name + ".json")) {
            return of(JSON.readTree(Objects.requireNonNull(in, name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CurveStudy of(JsonNode sweep) {
        JsonNode trial = sweep.get("trial");
        JsonNode objective = sweep.at("/objectives/0");
        return new CurveStudy(
                sweep.get("name").asText(),
                trial.get("family").asText(),
                trial.get("dataset").asText(),
                JSON.convertValue(trial.get("fixed"), TREE),
                SpaceParser.parse(JSON.convertValue(sweep.get("space"), TREE), null, null)
                        .get()
                        .space(),
                trial.get("epochs").asInt(),
                new Objective(
                        objective.get("metric").asText(),
                        Goal.valueOf(objective.get("goal").asText().toUpperCase(Locale.ROOT))));
    }

    /** The family's parameters of a trial. */
    Map<String, Object> parameters(Configuration configuration) {
        Map<String, Object> parameters = new LinkedHashMap<>(fixed);
        parameters.putAll(configuration.values());
        return parameters;
    }
}
