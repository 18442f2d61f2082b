package io.sweepforge.coordinator.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.serialization.Serialization;
import akka.serialization.SerializationExtension;
import akka.serialization.Serializers;
import io.sweepforge.coordinator.InMemory;
import io.sweepforge.coordinator.api.TrialState;
import io.sweepforge.coordinator.directory.Catalogue;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Events that were written once replay for ever. The files in {@code golden} hold, for each event, the length of
 * its bytes in four bytes and then what the journal keeps. Never regenerate one: add another file for new events.
 */
class GoldenEventsTest {
    private static final int SWEEP_EVENT = 7101;
    private static final ActorTestKit KIT = ActorTestKit.create(InMemory.CONFIG);
    private static final Serialization SERIALIZATION = SerializationExtension.get(KIT.system());

    @AfterAll
    static void stop() {
        KIT.shutdownTestKit();
    }

    @Test
    void holdsEveryKindOfEvent() {
        assertThat(Stream.of(GoldenEvents.FIRST, GoldenEvents.SECOND)
                        .flatMap(List::stream)
                        .<Class<?>>map(Object::getClass)
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(
                        leaves(SweepEvent.class).distinct().toList());
    }

    @Test
    void replaysWhatWasOnceWritten() throws IOException {
        assertThat(read("/golden/sweep-events-1.cbor")).isEqualTo(GoldenEvents.FIRST);
        assertThat(read("/golden/sweep-events-2.cbor")).isEqualTo(GoldenEvents.SECOND);
        Sweep first = replay(read("/golden/sweep-events-1.cbor"));
        assertThat(first.trials().counts().pruned()).isEqualTo(1);
        assertThat(first.trials().counts().cancelled()).isEqualTo(1);
        Sweep second = replay(read("/golden/sweep-events-2.cbor"));
        assertThat(second.trials().all())
                .extracting(Trial::state)
                .containsExactly(TrialState.PENDING, TrialState.PRUNED, TrialState.PAUSED);
    }

    @Test
    void namesNoClassInWhatItWrites() {
        for (SweepEvent event : GoldenEvents.SECOND) {
            assertThat(SERIALIZATION.findSerializerFor(event).identifier()).isEqualTo(SWEEP_EVENT);
            assertThat(Serializers.manifestFor(SERIALIZATION.findSerializerFor(event), event))
                    .doesNotContain("io.sweepforge");
        }
    }

    @Test
    void restoresASnapshotAsItWas() {
        restoresASnapshotOf(GoldenEvents.FIRST.subList(0, 13));
        restoresASnapshotOf(GoldenEvents.SECOND);
    }

    private static void restoresASnapshotOf(List<SweepEvent> events) {
        SweepSnapshot snapshot = SweepSnapshot.of(replay(events));
        SweepSnapshot read = copy(snapshot);

        assertThat(Views.sweep(read.toSweep().orElseThrow(), Sweeping.NOW))
                .isEqualTo(Views.sweep(snapshot.toSweep().orElseThrow(), Sweeping.NOW));
        assertThat(read.judged()).isEqualTo(snapshot.judged());
        assertThat(read.earlier()).isEqualTo(snapshot.earlier());
        assertThat(read.improvement()).isEqualTo(snapshot.improvement());
        assertThat(read.trials().get(0)).isEqualTo(snapshot.trials().get(0));
    }

    @Test
    void restoresTheDirectoryAsItWas() {
        Catalogue catalogue =
                new Catalogue(Map.of("s", Views.sweep(replay(GoldenEvents.FIRST), Sweeping.NOW)), Map.of("key", "s"));

        assertThat(copy(catalogue)).isEqualTo(catalogue);
    }

    private static Sweep replay(List<SweepEvent> events) {
        Optional<Sweep> sweep = Optional.empty();
        for (SweepEvent event : events) {
            sweep = Evolution.apply(sweep, event);
        }
        return sweep.orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static <T> T copy(T value) {
        var serializer = SERIALIZATION.findSerializerFor(value);
        byte[] bytes = SERIALIZATION.serialize(value).get();
        return (T) SERIALIZATION
                .deserialize(bytes, serializer.identifier(), Serializers.manifestFor(serializer, value))
                .get();
    }

    private static List<SweepEvent> read(String file) throws IOException {
        try (InputStream in = GoldenEventsTest.class.getResourceAsStream(file)) {
            DataInputStream data = new DataInputStream(in);
            List<SweepEvent> events = new ArrayList<>();
            while (data.available() > 0) {
                byte[] bytes = data.readNBytes(data.readInt());
                events.add((SweepEvent)
                        SERIALIZATION.deserialize(bytes, SWEEP_EVENT, "").get());
            }
            return events;
        }
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(GoldenEventsTest::leaves)
                : Stream.of(type);
    }
}
