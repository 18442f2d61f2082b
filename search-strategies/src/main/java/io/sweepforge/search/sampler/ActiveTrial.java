package io.sweepforge.search.sampler;

import io.sweepforge.search.space.Configuration;

/** A trial that was suggested and has not finished. */
public record ActiveTrial(int number, Configuration configuration) {}
