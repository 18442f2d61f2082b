/** Independent random draws. */
@NullMarked
package io.sweepforge.search.sampler.random;

import org.jspecify.annotations.NullMarked;
