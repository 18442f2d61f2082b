/** What finished trials say about a search space: which parameters matter. */
@NullMarked
package io.sweepforge.search.analysis;

import org.jspecify.annotations.NullMarked;
