package io.sweepforge.coordinator;

import akka.persistence.testkit.PersistenceTestKitPlugin;
import akka.persistence.testkit.PersistenceTestKitSnapshotPlugin;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;

/** The coordinator's own settings with a journal in memory and without a network. */
public final class InMemory {
    public static final Config CONFIG = ConfigFactory.parseString("""
                    akka.actor.provider = local
                    akka.persistence.journal.auto-start-journals = []
                    akka.persistence.snapshot-store.auto-start-snapshot-stores = []
                    """)
            .withFallback(PersistenceTestKitPlugin.getInstance().config())
            .withFallback(PersistenceTestKitSnapshotPlugin.config())
            .withFallback(ConfigFactory.parseResources("application.conf"))
            .withFallback(ConfigFactory.defaultReference())
            .resolve();

    private InMemory() {}
}
