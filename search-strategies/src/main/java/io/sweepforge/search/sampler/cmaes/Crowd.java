package io.sweepforge.search.sampler.cmaes;

import io.sweepforge.search.sampler.ActiveTrial;
import io.sweepforge.search.sampler.FinishedTrial;
import io.sweepforge.search.sampler.SamplerSetup;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The search with many trials at work. What is drawn from the distribution that finished trials lead to would be
 * generations old when it finishes. So generations are smaller, and where a model of losses is to be trusted, those at work
 * count as if they had finished with the losses that it expects.
 */
final class Crowd {
    private static final double GROWTH = 2;
    /** With more trials at work a suggestion would take too long. */
    private static final int MOST_EXPECTED = 100;

    private final Replay replay;

    Crowd(SamplerSetup setup) {
        this.replay = new Replay(new Search(setup, GROWTH));
    }

    void add(FinishedTrial trial) {
        replay.add(trial);
    }

    /** @param others the trials at work beside the one with the number */
    Outlook outlook(int number, List<ActiveTrial> others) {
        Search search = replay.search();
        Optional<Generation> known = replay.generation(number);
        Optional<Forecast> forecast = known.flatMap(generation -> Forecast.of(
                search.dimensions(), generation.gaussian(), replay.latest(Forecast.trials(search.dimensions()))));
        Optional<Generation> expected = forecast.filter(model -> others.size() <= MOST_EXPECTED)
                .map(model -> others.stream().map(model::member).collect(Collectors.toList()))
                .flatMap(members -> replay.with(members).generation(number));
        return new Outlook(search, expected.or(() -> known), forecast);
    }
}
