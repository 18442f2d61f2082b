package io.sweepforge.search.sampler.tpe;

import java.util.List;

/** Points of one group: where the best trials lie, the best first, and where nobody should look for more. */
record TpeSplit(List<double[]> good, List<double[]> bad) {}
