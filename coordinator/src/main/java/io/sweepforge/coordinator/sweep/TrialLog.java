package io.sweepforge.coordinator.sweep;

import akka.NotUsed;
import akka.actor.typed.ActorSystem;
import akka.persistence.jdbc.query.javadsl.JdbcReadJournal;
import akka.persistence.query.PersistenceQuery;
import akka.stream.javadsl.Source;
import io.sweepforge.coordinator.sweep.SweepEvent.OfTrial;
import io.sweepforge.coordinator.sweep.SweepEvent.TrialEnded;

/** What happened to one trial until now, from the journal. */
final class TrialLog {
    private TrialLog() {}

    /** A line per event, oldest first; read while they are taken, and no further than the trial's end. */
    static Source<String, NotUsed> of(ActorSystem<?> system, String sweep, int number) {
        JdbcReadJournal journal =
                PersistenceQuery.get(system).getReadJournalFor(JdbcReadJournal.class, JdbcReadJournal.Identifier());
        return journal.currentEventsByPersistenceId(
                        SweepEntity.persistenceId(sweep).id(), 0, Long.MAX_VALUE)
                .map(envelope -> envelope.event())
                .collectType(OfTrial.class)
                .filter(event -> event.number() == number)
                .takeWhile(event -> !(event instanceof TrialEnded), true)
                .map(TrialLogLine::of);
    }
}
