package io.sweepforge.coordinator.sweep;

import akka.actor.typed.ActorRef;
import io.sweepforge.coordinator.directory.DirectoryCommand;
import io.sweepforge.coordinator.dispatch.DispatcherCommand;
import io.sweepforge.protocol.DatasetReference;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a sweep needs of its surroundings.
 *
 * @param datasets by hash
 * @param suggestionsAhead trials kept ready beyond what runs, at least 1
 * @param checkpointEvery epochs between checkpoints, at least 1
 */
public record SweepWorld(
        ReportStore reports,
        ActorRef<DispatcherCommand> dispatcher,
        ActorRef<DirectoryCommand> directory,
        Function<String, Optional<DatasetReference>> datasets,
        WarmStarts warmStarts,
        Clock clock,
        int suggestionsAhead,
        int checkpointEvery) {}
