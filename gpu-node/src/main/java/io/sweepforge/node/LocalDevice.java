package io.sweepforge.node;

import io.sweepforge.node.device.Compute;
import io.sweepforge.protocol.NodeDescription;
import io.sweepforge.protocol.config.BadConfigException;
import java.util.function.Supplier;

/**
 * A device of this machine and how to open it.
 *
 * @param opener may throw {@link BadConfigException} when it cannot be used as configured
 */
record LocalDevice(NodeDescription.Device description, Supplier<Compute> opener) {}
