/** The small language of constraints: numbers, texts, parameter names, arithmetic, comparisons, and / or / not. */
@NullMarked
package io.sweepforge.search.space.expression;

import org.jspecify.annotations.NullMarked;
