package io.sweepforge.search.sampler.tpe;

import java.util.List;

/**
 * Points of one group.
 *
 * @param ranked the best trials of all that can be compared, the best first
 * @param good where the best fraction lies, the first of these
 * @param bad where nobody should look for more
 */
record TpeSplit(List<double[]> ranked, List<double[]> good, List<double[]> bad) {}
