/** The database: connection, schema, learning curves. */
@NullMarked
package io.sweepforge.coordinator.persistence;

import org.jspecify.annotations.NullMarked;
