package io.sweepforge.benchmarks.kernels;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** One process for each core, all doing the same. */
record Team(List<MeasuredProcess> members) implements AutoCloseable {
    static Team of(int size, Supplier<MeasuredProcess> member) {
        return new Team(Stream.generate(member).limit(size).toList());
    }

    void awaitReady() {
        members.forEach(MeasuredProcess::awaitReady);
    }

    /** Steps per second of all members together, measured at the same time. */
    double rate(double seconds) {
        members.forEach(member -> member.begin(seconds));
        return members.stream().mapToDouble(MeasuredProcess::rate).sum();
    }

    @Override
    public void close() {
        members.forEach(MeasuredProcess::close);
    }
}
