/** Real data sets that are not part of this project, read from a folder of the user's. */
@NullMarked
package io.sweepforge.benchmarks.data;

import org.jspecify.annotations.NullMarked;
