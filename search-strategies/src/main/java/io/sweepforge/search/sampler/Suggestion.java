package io.sweepforge.search.sampler;

import io.sweepforge.search.space.Configuration;

/** A proposed configuration and why it was chosen, in a sentence for the person who watches. */
public record Suggestion(Configuration configuration, String reason) {}
