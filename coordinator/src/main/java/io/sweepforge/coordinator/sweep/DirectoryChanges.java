package io.sweepforge.coordinator.sweep;

import akka.NotUsed;
import akka.japi.Pair;
import akka.stream.javadsl.Source;
import io.sweepforge.coordinator.api.SweepChange;
import io.sweepforge.coordinator.directory.DirectoryCommand.Changed;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * How sweeps change, for those who watch all of them. An id is a version of the directory; one from before a restart is
 * below every present version, so whoever comes back with it is told every sweep.
 */
final class DirectoryChanges {
    private static final Duration PERIOD = Duration.ofMillis(500);

    private DirectoryChanges() {}

    /** @param ask the directory for what changed since a version, or for the present version only */
    static Source<SweepChange, NotUsed> of(
            Optional<String> after, Function<Optional<Long>, CompletionStage<Changed>> ask) {
        return Source.unfoldAsync(
                        after.flatMap(DirectoryChanges::version),
                        known -> ask.apply(known)
                                .thenApply(
                                        changed -> Optional.of(Pair.create(Optional.of(changed.version()), changed))))
                .throttle(1, PERIOD)
                .mapConcat(DirectoryChanges::changes);
    }

    private static List<SweepChange> changes(Changed changed) {
        return changed.sweeps().stream()
                .map(entry -> new SweepChange(
                        String.valueOf(entry.version()), new SweepChange.Payload.SweepChanged(entry.sweep())))
                .toList();
    }

    private static Optional<Long> version(String id) {
        try {
            return Optional.of(Long.parseUnsignedLong(id));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
