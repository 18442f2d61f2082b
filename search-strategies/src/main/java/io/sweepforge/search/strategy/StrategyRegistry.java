package io.sweepforge.search.strategy;

import io.sweepforge.search.FieldError;
import io.sweepforge.search.NearestName;
import io.sweepforge.search.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** All kinds of one sort of strategy. */
public final class StrategyRegistry<S extends StrategySetup, T> {
    private final String path;
    private final List<StrategyFactory<S, T>> factories;

    /** @param path the field users choose in, e.g. {@code sampler} */
    public StrategyRegistry(String path, List<StrategyFactory<S, T>> factories) {
        this.path = path;
        this.factories = List.copyOf(factories);
    }

    public List<StrategyDescription> descriptions() {
        return factories.stream().map(StrategyFactory::description).collect(Collectors.toList());
    }

    /** Every reason why a kind cannot be had; empty when it can. */
    public List<FieldError> refusals(String kind, S setup) {
        Optional<StrategyFactory<S, T>> factory = find(kind);
        if (factory.isEmpty()) {
            return List.of(new FieldError(
                    path + ".kind", "must be one of %s, was %s".formatted(Values.showAll(kinds()), Values.show(kind))));
        }
        List<FieldError> mistakes =
                optionMistakes(setup.options(), factory.get().description().options());
        return mistakes.isEmpty() ? factory.get().refusals(setup) : mistakes;
    }

    /**
     * A new strategy.
     *
     * @throws IllegalArgumentException when refused, with every reason
     */
    public T create(String kind, S setup) {
        List<FieldError> refusals = refusals(kind, setup);
        if (!refusals.isEmpty()) {
            throw FieldError.toException(refusals);
        }
        return find(kind).orElseThrow().create(setup);
    }

    private Optional<StrategyFactory<S, T>> find(String kind) {
        return factories.stream()
                .filter(factory -> factory.description().kind().equals(kind))
                .findFirst();
    }

    private List<String> kinds() {
        return descriptions().stream().map(StrategyDescription::kind).collect(Collectors.toList());
    }

    private List<FieldError> optionMistakes(Map<String, Object> options, List<OptionDescription> known) {
        List<String> names = known.stream().map(OptionDescription::name).collect(Collectors.toList());
        List<FieldError> mistakes = new ArrayList<>();
        options.forEach((name, value) -> known.stream()
                .filter(option -> option.name().equals(name))
                .findFirst()
                .map(option -> option.problem(value))
                .orElseGet(() -> Optional.of("is not a known option; " + NearestName.hint(name, names)))
                .ifPresent(problem -> mistakes.add(new FieldError(path + "." + name, problem))));
        return mistakes;
    }
}
