package io.sweepforge.kernels.gpu.jcuda;

import io.sweepforge.kernels.gpu.Gpu;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

/**
 * A module of kernels in the text form that the driver compiles for its device.
 *
 * @param level compute capability it is written for, e.g. 75
 * @param text ends with a zero byte, as the driver wants it
 */
record Ptx(String module, int level, byte[] text) {
    /** Highest first. */
    private static final List<Integer> LEVELS = List.of(90, 80, 75);

    /**
     * Reads the best form of a module that this build has for a device.
     *
     * @throws IllegalArgumentException when there is none
     */
    static Ptx find(String module, int computeCapability) {
        for (int level : LEVELS) {
            byte[] text = level <= computeCapability ? read("ptx/" + module + ".sm_" + level + ".ptx") : new byte[0];
            if (text.length > 0) {
                return new Ptx(module, level, Arrays.copyOf(text, text.length + 1));
            }
        }
        throw new IllegalArgumentException("module must be one that this build has for compute capability %s, was %s"
                .formatted(computeCapability / 10.0, module));
    }

    /** Empty when there is no such resource. */
    private static byte[] read(String resource) {
        try (InputStream in = Gpu.class.getResourceAsStream(resource)) {
            return in == null ? new byte[0] : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }

    String name() {
        return module + ".sm_" + level;
    }
}
