/** What the HTTP layer may ask of the cluster: ports and the views they answer with, in the words of the HTTP contract. */
@NullMarked
package io.sweepforge.coordinator.api;

import org.jspecify.annotations.NullMarked;
