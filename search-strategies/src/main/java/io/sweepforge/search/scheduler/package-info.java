/** Schedulers: which trials go on and which stop. */
@NullMarked
package io.sweepforge.search.scheduler;

import org.jspecify.annotations.NullMarked;
