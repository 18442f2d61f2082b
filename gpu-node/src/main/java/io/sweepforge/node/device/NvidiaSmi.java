package io.sweepforge.node.device;

import io.sweepforge.node.device.Compute.Readings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the driver's own tool is asked for what only it knows, and what it answers. */
final class NvidiaSmi {
    static final List<String> COMMAND =
            List.of("nvidia-smi", "--query-gpu=uuid,utilization.gpu,temperature.gpu", "--format=csv,noheader,nounits");

    private static final int FIELDS = 3;

    private NvidiaSmi() {}

    /**
     * The readings by a GPU's uuid. What a device does not offer is written {@code [N/A]} or the like, and absent here; a
     * line that is none is skipped.
     */
    static Map<String, Readings> parse(List<String> lines) {
        Map<String, Readings> readings = new HashMap<>();
        for (String line : lines) {
            String[] fields = line.split(",", -1);
            if (fields.length == FIELDS && fields[0].strip().startsWith("GPU-")) {
                Double percent = number(fields[1]);
                Double celsius = number(fields[2]);
                readings.put(
                        fields[0].strip(),
                        new Readings(
                                percent == null ? null : Math.min(1, percent / 100),
                                celsius == null ? null : celsius.intValue()));
            }
        }
        return readings;
    }

    private static @Nullable Double number(String field) {
        return Optional.of(field.strip())
                .filter(text -> text.matches("[0-9]{1,4}(\\.[0-9]+)?"))
                .map(Double::valueOf)
                .orElse(null);
    }
}
