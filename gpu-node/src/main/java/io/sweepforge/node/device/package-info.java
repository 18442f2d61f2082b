/** Devices and the trial arrays on them, each owned by one thread. */
@NullMarked
package io.sweepforge.node.device;

import org.jspecify.annotations.NullMarked;
