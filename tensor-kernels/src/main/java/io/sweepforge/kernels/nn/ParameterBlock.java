package io.sweepforge.kernels.nn;

/**
 * A run of the network's flat parameters that is initialised alike: uniformly in [mean - bound, mean + bound].
 *
 * @param name e.g. {@code input weights}
 * @param offset of its first element in the flat parameters
 * @param length elements
 */
public record ParameterBlock(String name, int offset, int length, double mean, double bound) {}
