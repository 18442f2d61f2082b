package io.sweepforge.coordinator;

import com.typesafe.config.Config;
import io.sweepforge.coordinator.persistence.DatabaseConfig;
import io.sweepforge.protocol.config.ClusterConfig;

class CoordinatorOnH2Test extends CoordinatorContract {
    @Override
    DatabaseConfig database() {
        Config config = ClusterConfig.defaults().resolve();
        return DatabaseConfig.from(config, data);
    }
}
