package io.sweepforge.search.sampler.cmaes;

import io.sweepforge.search.FieldError;
import io.sweepforge.search.sampler.Sampler;
import io.sweepforge.search.sampler.SamplerSetup;
import io.sweepforge.search.sampler.support.RandomDraws;
import io.sweepforge.search.space.CategoricalDomain;
import io.sweepforge.search.strategy.StrategyDescription;
import io.sweepforge.search.strategy.StrategyFactory;
import java.util.ArrayList;
import java.util.List;

/** Makes CMA-ES samplers. */
public final class CmaEsSamplerFactory implements StrategyFactory<SamplerSetup, Sampler> {
    @Override
    public StrategyDescription description() {
        return new StrategyDescription(
                "cma-es",
                "Draws from a normal distribution that moves and stretches towards the best trials; for hundreds of"
                        + " trials over mostly numeric parameters.",
                List.of());
    }

    @Override
    public List<FieldError> refusals(SamplerSetup setup) {
        List<FieldError> refusals = new ArrayList<>(RandomDraws.refusals(setup.space()));
        if (setup.objectives().size() > 1) {
            refusals.add(new FieldError(
                    "sampler.kind",
                    "cma-es optimises one objective, the sweep has %d; choose \"nsga2\""
                            .formatted(setup.objectives().size())));
        }
        boolean numeric = setup.space().parameters().stream()
                .anyMatch(parameter -> !(parameter.domain() instanceof CategoricalDomain));
        if (!numeric) {
            refusals.add(new FieldError(
                    "sampler.kind", "cma-es needs a numeric parameter, the space has none; choose \"tpe\""));
        }
        return refusals;
    }

    @Override
    public Sampler create(SamplerSetup setup) {
        return new CmaEsSampler(setup);
    }
}
