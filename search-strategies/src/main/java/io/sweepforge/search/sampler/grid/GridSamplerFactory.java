package io.sweepforge.search.sampler.grid;

import io.sweepforge.search.FieldError;
import io.sweepforge.search.sampler.Sampler;
import io.sweepforge.search.sampler.SamplerSetup;
import io.sweepforge.search.sampler.support.GridWalk;
import io.sweepforge.search.space.SearchSpace;
import io.sweepforge.search.strategy.StrategyDescription;
import io.sweepforge.search.strategy.StrategyFactory;
import java.util.List;
import java.util.stream.Collectors;

/** Makes grid samplers. */
public final class GridSamplerFactory implements StrategyFactory<SamplerSetup, Sampler> {
    private static final int MAX_VISITS = 100_000;

    @Override
    public StrategyDescription description() {
        return new StrategyDescription("grid", "Tries every combination of values once, in order.", List.of());
    }

    @Override
    public List<FieldError> refusals(SamplerSetup setup) {
        SearchSpace space = setup.space();
        List<FieldError> continuous = space.parameters().stream()
                .filter(parameter -> parameter.domain().size().isEmpty())
                .map(parameter -> new FieldError(
                        "space." + parameter.name() + ".step",
                        "is missing: the grid sampler needs a step, or a categorical list of the values to try"))
                .collect(Collectors.toList());
        return continuous.isEmpty() ? countProblems(space) : continuous;
    }

    private static List<FieldError> countProblems(SearchSpace space) {
        return GridWalk.points(space, MAX_VISITS)
                .map(points -> points.isEmpty()
                        ? List.of(new FieldError("constraints", "no point of the grid meets them; loosen them"))
                        : List.<FieldError>of())
                .orElseGet(() -> List.of(new FieldError(
                        "sampler.kind",
                        "grid would have to walk more than %d points; choose larger steps or another sampler"
                                .formatted(MAX_VISITS))));
    }

    @Override
    public Sampler create(SamplerSetup setup) {
        return new GridSampler(setup);
    }
}
