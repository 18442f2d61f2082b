/** The covariance matrix adaptation evolution strategy. */
@NullMarked
package io.sweepforge.search.sampler.cmaes;

import org.jspecify.annotations.NullMarked;
