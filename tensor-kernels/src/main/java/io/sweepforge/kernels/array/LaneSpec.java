package io.sweepforge.kernels.array;

import java.util.Map;

/**
 * What a lane trains.
 *
 * @param parameters the family's parameters by name; absent ones take the family's default
 * @param epochs passes over the training data, from 1
 * @param seed initialisation, shuffling and dropout depend on it and on nothing else
 */
public record LaneSpec(Map<String, Object> parameters, int epochs, long seed) {
    public LaneSpec {
        parameters = Map.copyOf(parameters);
    }
}
