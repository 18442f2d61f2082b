/** Every sampler and scheduler there is, by name. */
@NullMarked
package io.sweepforge.search.catalog;

import org.jspecify.annotations.NullMarked;
