/** Bayesian optimisation with a Gaussian process. */
@NullMarked
package io.sweepforge.search.sampler.gp;

import org.jspecify.annotations.NullMarked;
