/** The search space: parameters, their domains, conditions and constraints. */
@NullMarked
package io.sweepforge.search.space;

import org.jspecify.annotations.NullMarked;
