package io.sweepforge.kernels.family;

/** A metric of a model family and which direction is better. */
public record MetricDescription(String name, boolean maximize, String description) {}
