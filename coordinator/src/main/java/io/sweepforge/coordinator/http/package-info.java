/** The HTTP contract: routes over the ports of {@code coordinator.api}, errors as problems, live events, the dashboard. */
@NullMarked
package io.sweepforge.coordinator.http;

import org.jspecify.annotations.NullMarked;
