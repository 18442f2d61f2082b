package io.sweepforge.coordinator.http;

import akka.actor.typed.ActorSystem;
import akka.http.javadsl.model.HttpResponse;
import akka.stream.javadsl.Sink;
import io.sweepforge.coordinator.analysis.ImportanceView;
import io.sweepforge.coordinator.analysis.ParetoAnalysis;
import io.sweepforge.coordinator.api.SweepSpec;
import io.sweepforge.coordinator.api.SweepSpec.ObjectiveSpec;
import io.sweepforge.coordinator.api.Sweeps;
import io.sweepforge.coordinator.api.TrialView;
import io.sweepforge.search.NearestName;
import io.sweepforge.search.analysis.ImportanceMethod;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a sweep's trials say as a whole; read page by page, computed on threads that may take their time. */
record AnalysisRoutes(ActorSystem<?> system, Sweeps sweeps, Blocking blocking) {
    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/api/v1/sweeps/{id}/importance", this::importance),
                Endpoint.get("/api/v1/sweeps/{id}/pareto", this::pareto));
    }

    private CompletionStage<HttpResponse> importance(Call call) {
        Query query = call.query("method", "objective");
        ImportanceMethod method =
                query.text("method").map(AnalysisRoutes::method).orElse(ImportanceMethod.PED_ANOVA);
        Optional<String> metric = query.text("objective");
        return analysed(call, spec -> {
            int objective = metric.map(name -> objective(spec, name)).orElse(0);
            return trials -> ImportanceView.of(spec, trials, method, objective);
        });
    }

    private CompletionStage<HttpResponse> pareto(Call call) {
        Optional<String> reference = call.query("reference").text("reference");
        return analysed(call, spec -> {
            Optional<List<Double>> values = reference.map(text -> reference(spec, text));
            return trials -> ParetoAnalysis.of(spec, trials, values);
        });
    }

    /** @param analysis checks the request against the specification before any trial is read */
    private CompletionStage<HttpResponse> analysed(
            Call call, Function<SweepSpec, Function<List<TrialView>, Object>> analysis) {
        return sweeps.get(call.path("id")).thenApply(Answers::value).thenCompose(sweep -> {
            Function<List<TrialView>, Object> view = analysis.apply(sweep.spec());
            return new TrialPages(sweeps)
                    .all(sweep.id())
                    .runWith(Sink.seq(), system)
                    .thenCompose(trials -> blocking.call(() -> Json.ok(view.apply(trials))));
        });
    }

    private static ImportanceMethod method(String word) {
        return ImportanceMethod.of(word)
                .orElseThrow(() -> Query.refuse(
                        "method",
                        "must be one of " + String.join(", ", ImportanceMethod.NAMES) + ", was \"" + word + "\""));
    }

    private static int objective(SweepSpec spec, String metric) {
        List<String> metrics =
                spec.objectives().stream().map(ObjectiveSpec::metric).toList();
        int position = metrics.indexOf(metric);
        if (position < 0) {
            throw Query.refuse(
                    "objective",
                    "is not an objective of the sweep: " + metric + "; " + NearestName.hint(metric, metrics));
        }
        return position;
    }

    private static List<Double> reference(SweepSpec spec, String text) {
        int count = spec.objectives().size();
        try {
            List<Double> values =
                    Stream.of(text.split(",", -1)).map(Double::valueOf).toList();
            if (values.size() == count && values.stream().allMatch(Double::isFinite)) {
                return values;
            }
        } catch (NumberFormatException notANumber) {
            throw badReference(count, text);
        }
        throw badReference(count, text);
    }

    private static ProblemException badReference(int count, String text) {
        return Query.refuse(
                "reference",
                "must be %d numbers with commas between, one for each objective, was \"%s\"".formatted(count, text));
    }
}
