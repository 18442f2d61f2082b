package io.sweepforge.benchmarks.search;

/** A demand on the samplers, and what was measured. */
record Criterion(String what, String measured, String required, boolean met) {
    @Override
    public String toString() {
        return "%-4s %s: %s, required %s".formatted(met ? "ok" : "MISS", what, measured, required);
    }
}
