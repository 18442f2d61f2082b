/** The door through which nodes reach the coordinator. */
@NullMarked
package io.sweepforge.coordinator.gateway;

import org.jspecify.annotations.NullMarked;
