/** The non-dominated sorting genetic algorithm. */
@NullMarked
package io.sweepforge.search.sampler.nsga2;

import org.jspecify.annotations.NullMarked;
