package io.sweepforge.search.sampler.tpe;

import io.sweepforge.search.space.CategoricalDomain;
import io.sweepforge.search.space.Parameter;

/**
 * A parameter as a density sees it: a number as a point of [0, 1], a category as its index.
 *
 * @param choices how many categories, 0 for numbers
 * @param cell the width of one value's share of [0, 1], 0 when continuous
 */
record TpeDimension(Parameter parameter, int choices, double cell) {
    static TpeDimension of(Parameter parameter) {
        long size = parameter.domain().size().orElse(0);
        return parameter.domain() instanceof CategoricalDomain
                ? new TpeDimension(parameter, (int) size, 0)
                : new TpeDimension(parameter, 0, size == 0 ? 0 : 1.0 / size);
    }

    boolean isCategorical() {
        return choices > 0;
    }

    double encode(Object value) {
        double unit = parameter.domain().toUnit(value);
        return isCategorical() ? Math.floor(unit * choices) : unit;
    }

    /** The encoded value nearest to a point of [0, 1]; a category stays as it is. */
    double snap(double point) {
        return isCategorical() || cell == 0
                ? point
                : parameter.domain().toUnit(parameter.domain().fromUnit(point));
    }

    Object decode(double point) {
        return isCategorical()
                ? parameter.domain().at((long) point)
                : parameter.domain().fromUnit(point);
    }
}
