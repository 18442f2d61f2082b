package io.sweepforge.search.sampler.support;

import io.sweepforge.search.space.Configuration;
import io.sweepforge.search.space.Parameter;
import io.sweepforge.search.space.SearchSpace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Visits every configuration of a finite space once, the last parameter fastest. A parameter that is not active counts
 * as having one value. Constraints are not looked at.
 */
public final class GridWalk {
    private final SearchSpace space;
    private final List<Parameter> parameters;
    private final Map<String, Integer> positions = new HashMap<>();
    private final long[] indices;
    private Optional<Configuration> here;

    /** @param space finite */
    public GridWalk(SearchSpace space) {
        this(space, new long[space.parameters().size()]);
    }

    private GridWalk(SearchSpace space, long[] indices) {
        this.space = space;
        this.parameters = space.parentsFirst();
        this.indices = indices;
        parameters.forEach(parameter -> positions.put(parameter.name(), positions.size()));
        this.here = Optional.of(configuration());
    }

    public static boolean isFinite(SearchSpace space) {
        return space.parameters().stream()
                .allMatch(parameter -> parameter.domain().size().isPresent());
    }

    /**
     * All configurations that meet the constraints.
     *
     * @return empty when the space is not finite or more than the given number would have to be visited
     */
    public static Optional<List<Configuration>> points(SearchSpace space, int maxVisits) {
        if (!isFinite(space)) {
            return Optional.empty();
        }
        List<Configuration> points = new ArrayList<>();
        GridWalk walk = new GridWalk(space);
        for (int visits = 0; walk.here().isPresent(); visits++, walk.advance()) {
            if (visits == maxVisits) {
                return Optional.empty();
            }
            walk.here().filter(space::allows).ifPresent(points::add);
        }
        return Optional.of(points);
    }

    /** Another walk that goes on from the same place. */
    public GridWalk copy() {
        GridWalk copy = new GridWalk(space, indices.clone());
        copy.here = here;
        return copy;
    }

    /** Empty after the last one. */
    public Optional<Configuration> here() {
        return here;
    }

    public void advance() {
        for (int i = indices.length - 1; i >= 0; i--) {
            Parameter parameter = parameters.get(i);
            boolean active = here.isPresent() && here.get().values().containsKey(parameter.name());
            if (active && indices[i] + 1 < parameter.domain().size().orElseThrow()) {
                indices[i]++;
                here = Optional.of(configuration());
                return;
            }
            indices[i] = 0;
        }
        here = Optional.empty();
    }

    private Configuration configuration() {
        return space.configure(parameter -> parameter.domain().at(indices[position(parameter)]));
    }

    private int position(Parameter parameter) {
        return Objects.requireNonNull(positions.get(parameter.name()));
    }
}
