package io.sweepforge.benchmarks;

import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/** Averages of figures that compare as ratios. */
public final class Means {
    private Means() {}

    /** @return empty when there are none */
    public static OptionalDouble geometric(DoubleStream ratios) {
        OptionalDouble meanLog = ratios.map(Math::log).average();
        return meanLog.isPresent() ? OptionalDouble.of(Math.exp(meanLog.getAsDouble())) : meanLog;
    }
}
