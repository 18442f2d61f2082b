/** Measurements side by side with peers, and JMH benchmarks; no test asserts a time. */
@NullMarked
package io.sweepforge.benchmarks;

import org.jspecify.annotations.NullMarked;
