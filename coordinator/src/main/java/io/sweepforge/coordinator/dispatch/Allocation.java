package io.sweepforge.coordinator.dispatch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which sweep gets which free lane. The higher priority first; among equals the sweep that occupies the fewest lanes, so
 * that lanes are shared fairly; then the name, so that the answer never depends on chance. A sweep prefers a node that
 * has its data set, then the one with the most free lanes.
 */
final class Allocation {
    /** @param occupied lanes it has already */
    record Want(String sweep, int priority, String family, String datasetHash, int wanted, int occupied) {}

    /** Free lanes of one device. */
    record Free(String node, String device, int lanes, Set<String> families, Set<String> cachedData) {}

    record Grant(String sweep, String node, String device) {}

    private final Map<Free, Integer> free = new HashMap<>();
    private final List<Free> devices;
    private final Map<String, Integer> given = new HashMap<>();

    private Allocation(List<Free> devices) {
        this.devices = devices;
        devices.forEach(device -> free.put(device, device.lanes()));
    }

    static List<Grant> of(List<Want> wants, List<Free> devices) {
        return new Allocation(devices).grant(wants);
    }

    private List<Grant> grant(List<Want> wants) {
        List<Grant> grants = new ArrayList<>();
        List<Want> hungry = new ArrayList<>(wants);
        while (!hungry.isEmpty()) {
            Want next = hungry.stream().min(order()).orElseThrow();
            Optional<Free> lane = bestFor(next);
            lane.ifPresent(device -> {
                grants.add(new Grant(next.sweep(), device.node(), device.device()));
                free.merge(device, -1, Integer::sum);
                given.merge(next.sweep(), 1, Integer::sum);
            });
            if (lane.isEmpty() || given(next) >= next.wanted()) {
                hungry.remove(next);
            }
        }
        return grants;
    }

    private Comparator<Want> order() {
        return Comparator.comparingInt((Want want) -> -want.priority())
                .thenComparingInt(want -> want.occupied() + given(want))
                .thenComparing(Want::sweep);
    }

    private int given(Want want) {
        return given.getOrDefault(want.sweep(), 0);
    }

    private Optional<Free> bestFor(Want want) {
        return devices.stream()
                .filter(device -> lanes(device) > 0 && given(want) < want.wanted())
                .filter(device -> device.families().contains(want.family()))
                .max(Comparator.comparing((Free device) -> device.cachedData().contains(want.datasetHash()))
                        .thenComparingInt(this::lanes));
    }

    private int lanes(Free device) {
        return free.getOrDefault(device, 0);
    }
}
