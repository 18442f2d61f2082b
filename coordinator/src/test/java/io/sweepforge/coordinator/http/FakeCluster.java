package io.sweepforge.coordinator.http;

import io.sweepforge.coordinator.Fixtures;
import io.sweepforge.coordinator.api.Cluster;
import io.sweepforge.coordinator.api.ErrorCode;
import io.sweepforge.coordinator.api.Outcome;
import io.sweepforge.protocol.DatasetReference;
import io.sweepforge.protocol.FamilyDescription;
import io.sweepforge.protocol.NodeMessage.TrialRequirements;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** One node called n1 that offers both families. */
final class FakeCluster implements Cluster {
    Optional<TrialRequirements> requirements = Optional.of(new TrialRequirements(List.of(), 4096));

    private static final NodeView NODE = new NodeView(
            "n1",
            "ready",
            "127.0.0.1:25521",
            Fixtures.NOON,
            Fixtures.NOON,
            List.of(new DeviceView(
                    "cpu0", "vector", "core 0", 1 << 30, 4096, 0.5, null, 2, List.of(new RunningTrial("s1", 0, 1)))),
            List.of("conv-classifier"));

    @Override
    public CompletionStage<List<NodeView>> nodes() {
        return CompletableFuture.completedFuture(List.of(NODE));
    }

    @Override
    public CompletionStage<Outcome<NodeView>> drain(String node) {
        return CompletableFuture.completedFuture(
                node.equals("n1")
                        ? Outcome.done(NODE)
                        : Outcome.rejected(ErrorCode.NOT_FOUND, "There is no node " + node + "."));
    }

    @Override
    public CompletionStage<List<FamilyDescription>> families() {
        return CompletableFuture.completedFuture(List.of(Fixtures.CONV, Fixtures.LSTM));
    }

    @Override
    public CompletionStage<Optional<TrialRequirements>> describe(
            String family, DatasetReference dataset, Map<String, Object> parameters, int epochs) {
        return CompletableFuture.completedFuture(requirements);
    }
}
