package io.sweepforge.coordinator.sweep;

import akka.NotUsed;
import akka.actor.typed.ActorSystem;
import akka.persistence.jdbc.query.javadsl.JdbcReadJournal;
import akka.persistence.query.EventEnvelope;
import akka.persistence.query.PersistenceQuery;
import akka.stream.javadsl.Source;
import io.sweepforge.coordinator.api.SweepChange;
import io.sweepforge.coordinator.api.SweepChange.Payload;
import io.sweepforge.coordinator.api.TrialView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What happens in one sweep, for those who watch. An id is the number of an event. Events of half a second go together:
 * reports one by one, then each trial they touched, once, and the sweep, as these are at the moment.
 */
final class SweepChanges {
    private static final Duration PERIOD = Duration.ofMillis(500);
    private static final int BATCH = 1_000;

    private SweepChanges() {}

    /**
     * @param after an event's number
     * @param show asks for the sweep and the trials with these numbers
     */
    static Source<SweepChange, NotUsed> of(
            ActorSystem<?> system,
            String sweep,
            Optional<String> after,
            Function<List<Integer>, CompletionStage<SweepReply>> show) {
        JdbcReadJournal journal =
                PersistenceQuery.get(system).getReadJournalFor(JdbcReadJournal.class, JdbcReadJournal.Identifier());
        String id = SweepEntity.persistenceId(sweep).id();
        Optional<Long> known = after.flatMap(SweepChanges::number);
        return Source.completionStage(show.apply(List.of()))
                .map(SweepChanges::shown)
                .flatMapConcat(present -> {
                    long from =
                            known.filter(number -> number <= present.sequence()).orElse(present.sequence());
                    Source<SweepChange, NotUsed> live = journal.eventsByPersistenceId(id, from + 1, Long.MAX_VALUE)
                            .groupedWithin(BATCH, PERIOD)
                            .mapAsync(
                                    1,
                                    events -> show.apply(touched(events))
                                            .thenApply(reply -> changes(events, shown(reply))))
                            .mapConcat(changes -> changes);
                    // Whoever comes back may have missed the last word about the sweep.
                    return Source.from(sweep(present, from)).concat(live);
                });
    }

    /** A sweep is not said to be over before everything that led there was told. */
    private static List<SweepChange> sweep(SweepReply.Shown present, long position) {
        boolean tooEarly = present.sweep().state().isFinal() && position < present.sequence();
        return tooEarly ? List.of() : List.of(change(position, new Payload.SweepChanged(present.sweep())));
    }

    private static SweepReply.Shown shown(SweepReply reply) {
        if (reply instanceof SweepReply.Shown shown) {
            return shown;
        }
        throw new IllegalStateException("The sweep is gone: " + reply);
    }

    private static List<Integer> touched(List<EventEnvelope> events) {
        return events.stream()
                .map(EventEnvelope::event)
                .filter(SweepEvent.OfTrial.class::isInstance)
                .map(event -> ((SweepEvent.OfTrial) event).number())
                .distinct()
                .toList();
    }

    /** Ascending by event number; a trial stands where its last event stands. */
    private static List<SweepChange> changes(List<EventEnvelope> events, SweepReply.Shown present) {
        Map<Integer, TrialView> trials =
                present.trials().stream().collect(Collectors.toMap(TrialView::number, trial -> trial));
        Map<Integer, Long> last = last(events);
        List<SweepChange> changes = new ArrayList<>();
        for (EventEnvelope envelope : events) {
            long number = envelope.sequenceNr();
            if (envelope.event() instanceof SweepEvent.TrialReported report) {
                changes.add(change(number, reported(report)));
            }
            if (envelope.event() instanceof SweepEvent.OfTrial ofTrial
                    && Long.valueOf(number).equals(last.get(ofTrial.number()))) {
                Optional.ofNullable(trials.get(ofTrial.number()))
                        .ifPresent(trial -> changes.add(change(number, new Payload.TrialChanged(trial))));
            }
        }
        long end = events.get(events.size() - 1).sequenceNr();
        changes.addAll(sweep(present, end));
        return changes;
    }

    private static Map<Integer, Long> last(List<EventEnvelope> events) {
        Map<Integer, Long> last = new HashMap<>();
        for (EventEnvelope envelope : events) {
            if (envelope.event() instanceof SweepEvent.OfTrial ofTrial) {
                last.put(ofTrial.number(), envelope.sequenceNr());
            }
        }
        return last;
    }

    private static Payload reported(SweepEvent.TrialReported event) {
        return new Payload.Reported(event.number(), event.attempt(), event.epoch(), event.metrics(), event.at());
    }

    private static SweepChange change(long number, Payload payload) {
        return new SweepChange(String.valueOf(number), payload);
    }

    private static Optional<Long> number(String id) {
        try {
            return Optional.of(Long.parseUnsignedLong(id));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
