package io.sweepforge.coordinator.dispatch;

import io.sweepforge.coordinator.dispatch.DispatcherCommand.Demand;
import io.sweepforge.protocol.NodeIdentity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What sweeps want and hold, and what was offered to them and not answered yet. */
final class Demands {
    /** An offer that nobody answers is void after this. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final class Offer {
        private final String sweep;
        private final List<Allocation.Grant> lanes;
        private Duration age = Duration.ZERO;

        private Offer(String sweep, List<Allocation.Grant> lanes) {
            this.sweep = sweep;
            this.lanes = lanes;
        }
    }

    private final Map<String, Demand> demands = new TreeMap<>();
    private final Map<Long, Offer> offers = new HashMap<>();
    private long lastOffer;

    void take(Demand demand) {
        demands.put(demand.sweep(), demand);
        offers.entrySet()
                .removeIf(
                        entry -> entry.getValue().sweep.equals(demand.sweep()) && entry.getKey() <= demand.answered());
        lastOffer = Math.max(lastOffer, demand.answered());
    }

    void gone(String sweep) {
        demands.remove(sweep);
        offers.values().removeIf(offer -> offer.sweep.equals(sweep));
    }

    /** @return the offer's number */
    long offer(String sweep, List<Allocation.Grant> lanes) {
        lastOffer++;
        offers.put(lastOffer, new Offer(sweep, lanes));
        return lastOffer;
    }

    void passed(Duration time) {
        offers.values().forEach(offer -> offer.age = offer.age.plus(time));
        offers.values().removeIf(offer -> offer.age.compareTo(PATIENCE) > 0);
    }

    Collection<Demand> all() {
        return demands.values();
    }

    List<Allocation.Want> wants() {
        List<Allocation.Want> wants = new ArrayList<>();
        for (Demand demand : demands.values()) {
            int offered = offers.values().stream()
                    .filter(offer -> offer.sweep.equals(demand.sweep()))
                    .mapToInt(offer -> offer.lanes.size())
                    .sum();
            if (demand.wanted() > offered) {
                wants.add(new Allocation.Want(
                        demand.sweep(),
                        demand.priority(),
                        demand.family(),
                        demand.datasetHash(),
                        demand.wanted() - offered,
                        demand.holdings().size() + offered));
            }
        }
        return wants;
    }

    /** Lanes of a node that are held or offered, by device. */
    Map<String, Integer> occupied(NodeIdentity node) {
        Map<String, Integer> lanes = new HashMap<>();
        demands.values().stream()
                .flatMap(demand -> demand.holdings().stream())
                .filter(holding -> holding.node().equals(node))
                .forEach(holding -> lanes.merge(holding.device(), 1, Integer::sum));
        offers.values().stream()
                .flatMap(offer -> offer.lanes.stream())
                .filter(grant -> grant.node().equals(node.id()))
                .forEach(grant -> lanes.merge(grant.device(), 1, Integer::sum));
        return lanes;
    }
}
