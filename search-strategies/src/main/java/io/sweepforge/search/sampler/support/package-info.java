/** What samplers share: random numbers, draws that meet constraints, what was tried so far. */
@NullMarked
package io.sweepforge.search.sampler.support;

import org.jspecify.annotations.NullMarked;
