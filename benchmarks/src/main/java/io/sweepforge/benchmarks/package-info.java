/** JMH benchmarks; what they measured is in docs and changelog, no test asserts a time. */
@NullMarked
package io.sweepforge.benchmarks;

import org.jspecify.annotations.NullMarked;
