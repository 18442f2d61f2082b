/** Which free lane trains for which sweep, and which node still lives. */
@NullMarked
package io.sweepforge.coordinator.dispatch;

import org.jspecify.annotations.NullMarked;
