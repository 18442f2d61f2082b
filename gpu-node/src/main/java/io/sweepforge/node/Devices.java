package io.sweepforge.node;

import io.sweepforge.kernels.gpu.probe.GpuProbe;
import io.sweepforge.protocol.config.BadConfigException;
import java.util.List;

/** Finds the devices that the operator asked for. */
final class Devices {
    private Devices() {}

    /** @throws BadConfigException when there are none of this kind, with what to do about it */
    static List<LocalDevice> find(NodeConfig config) {
        return config.device().equals("gpu") ? GpuDevices.find(config.gpu(), GpuProbe::run) : CpuDevices.find(config);
    }
}
