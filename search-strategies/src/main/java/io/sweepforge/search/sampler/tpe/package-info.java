/** The tree-structured Parzen estimator. */
@NullMarked
package io.sweepforge.search.sampler.tpe;

import org.jspecify.annotations.NullMarked;
