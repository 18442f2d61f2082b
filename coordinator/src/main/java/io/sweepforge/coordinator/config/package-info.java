/** The coordinator's configuration, typed and checked. */
@NullMarked
package io.sweepforge.coordinator.config;

import org.jspecify.annotations.NullMarked;
