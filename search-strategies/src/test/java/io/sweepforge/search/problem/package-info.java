/** Functions whose best value is known, to test and to measure samplers on. */
@NullMarked
package io.sweepforge.search.problem;

import org.jspecify.annotations.NullMarked;
