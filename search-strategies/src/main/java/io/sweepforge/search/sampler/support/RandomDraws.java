package io.sweepforge.search.sampler.support;

import io.sweepforge.search.FieldError;
import io.sweepforge.search.space.Configuration;
import io.sweepforge.search.space.SearchSpace;
import java.util.List;
import java.util.Optional;

/** Configurations drawn at random until one meets the constraints. */
public final class RandomDraws {
    private static final int TRIES = 100_000;
    private static final int TRIES_AT_SUBMISSION = 10_000;

    private RandomDraws() {}

    /** @throws IllegalStateException when none of very many meets the constraints */
    public static Configuration feasible(SearchSpace space, HashedRandom random) {
        return feasible(space, random, TRIES)
                .orElseThrow(() -> new IllegalStateException(
                        "constraints: none of %d random configurations meets them".formatted(TRIES)));
    }

    private static Optional<Configuration> feasible(SearchSpace space, HashedRandom random, int tries) {
        for (int i = 0; i < tries; i++) {
            Configuration drawn =
                    space.configure(parameter -> parameter.domain().fromUnit(random.unit()));
            if (space.allows(drawn)) {
                return Optional.of(drawn);
            }
        }
        return Optional.empty();
    }

    /** Refuses a space of which practically nothing meets the constraints. */
    public static List<FieldError> refusals(SearchSpace space) {
        HashedRandom random = new HashedRandom(0, 0, 0);
        return feasible(space, random, TRIES_AT_SUBMISSION).isPresent()
                ? List.of()
                : List.of(new FieldError(
                        "constraints",
                        "none of %d random configurations meets them; loosen them or narrow the space"
                                .formatted(TRIES_AT_SUBMISSION)));
    }
}
