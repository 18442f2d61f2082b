package io.sweepforge.kernels.family;

/**
 * All examples of a data set as a device holds them, the same for every trial of a family: which part of them an example is
 * says its trial's {@link ExamplePositions}.
 *
 * @param inputs of all examples; examples may overlap
 * @param targets of all examples; empty for a classification
 * @param labels of all examples; empty for a forecast
 */
public record ExampleArrays(float[] inputs, float[] targets, int[] labels) {}
