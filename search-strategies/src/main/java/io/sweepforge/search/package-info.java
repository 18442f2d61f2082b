/** Search strategies: what to try next and what to stop. Pure: no actors, no clock, no I/O, no static randomness. */
@NullMarked
package io.sweepforge.search;

import org.jspecify.annotations.NullMarked;
