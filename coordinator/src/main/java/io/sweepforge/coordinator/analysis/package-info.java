/** What a sweep's trials say as a whole: importance of parameters, Pareto front. Pure; in the words of the HTTP contract. */
@NullMarked
package io.sweepforge.coordinator.analysis;

import org.jspecify.annotations.NullMarked;
