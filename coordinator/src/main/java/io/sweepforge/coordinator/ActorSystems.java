package io.sweepforge.coordinator;

import akka.actor.Address;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.javadsl.Behaviors;
import akka.cluster.typed.Cluster;
import akka.cluster.typed.JoinSeedNodes;
import akka.remote.RemoteTransportException;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.sweepforge.coordinator.config.CoordinatorConfig;
import io.sweepforge.protocol.config.BadConfigException;
import java.util.List;
import java.util.Map;

/** A coordinator's actor system and its way into the cluster. */
final class ActorSystems {
    private ActorSystems() {}

    /** @param operator may set anything of Akka */
    static ActorSystem<Void> create(CoordinatorConfig config, Config operator, Config journal) {
        Config address = ConfigFactory.parseMap(Map.of(
                "akka.remote.artery.canonical.hostname", config.host(),
                "akka.remote.artery.canonical.port", config.port()));
        Config all = address.withFallback(operator)
                .withFallback(journal)
                .withFallback(ConfigFactory.parseResources("application.conf"))
                .withFallback(ConfigFactory.defaultReferenceUnresolved())
                .resolve();
        try {
            return ActorSystem.create(Behaviors.empty(), config.clusterName(), all);
        } catch (RemoteTransportException e) {
            throw new BadConfigException(
                    "The cluster port %d at %s cannot be used, probably because it is taken: choose another with --cluster-port. (%s)"
                            .formatted(config.port(), config.host(), e.getMessage()));
        }
    }

    /** Whoever names nobody to join begins a cluster. */
    static void join(ActorSystem<?> system, CoordinatorConfig config) {
        Cluster cluster = Cluster.get(system);
        Address self = cluster.selfMember().address();
        List<Address> seeds = config.join().stream()
                .map(place -> address(system.name(), place))
                .toList();
        cluster.manager().tell(new JoinSeedNodes(seeds.isEmpty() ? List.of(self) : seeds));
    }

    private static Address address(String name, String place) {
        int colon = place.lastIndexOf(':');
        return new Address("akka", name, place.substring(0, colon), Integer.parseInt(place.substring(colon + 1)));
    }
}
