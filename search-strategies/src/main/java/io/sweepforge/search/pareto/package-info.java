/** Several objectives at once: dominance, fronts, crowding and hypervolume of losses. */
@NullMarked
package io.sweepforge.search.pareto;

import org.jspecify.annotations.NullMarked;
