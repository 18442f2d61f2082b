package io.sweepforge.search.sampler.gp;

import java.util.List;

/** A fitted process, the scale of its targets and what it was fitted to. */
record Model(Posterior posterior, OutputScale scale, List<Evidence> evidence) {}
