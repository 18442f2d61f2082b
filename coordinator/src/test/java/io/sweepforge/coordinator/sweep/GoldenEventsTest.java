package io.sweepforge.coordinator.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.serialization.Serialization;
import akka.serialization.SerializationExtension;
import akka.serialization.Serializers;
import io.sweepforge.coordinator.InMemory;
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
 * Events that were written once replay for ever. {@code golden/sweep-events-1.cbor} holds, for each event, the length
 * of its bytes in four bytes and then what the journal keeps. Never regenerate it: add another file for new events.
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
        assertThat(GoldenEvents.ALL.stream().<Class<?>>map(Object::getClass).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        leaves(SweepEvent.class).distinct().toList());
    }

    @Test
    void replaysWhatWasOnceWritten() throws IOException {
        List<SweepEvent> read = read();

        assertThat(read).isEqualTo(GoldenEvents.ALL);
        Sweep replayed = replay(read);
        assertThat(Views.sweep(replayed, Sweeping.NOW)).isEqualTo(Views.sweep(replay(GoldenEvents.ALL), Sweeping.NOW));
    }

    @Test
    void namesNoClassInWhatItWrites() {
        for (SweepEvent event : GoldenEvents.ALL) {
            assertThat(SERIALIZATION.findSerializerFor(event).identifier()).isEqualTo(SWEEP_EVENT);
            assertThat(Serializers.manifestFor(SERIALIZATION.findSerializerFor(event), event))
                    .doesNotContain("io.sweepforge");
        }
    }

    @Test
    void restoresASnapshotAsItWas() {
        SweepSnapshot snapshot = SweepSnapshot.of(replay(GoldenEvents.ALL.subList(0, 13)));
        SweepSnapshot read = copy(snapshot);

        assertThat(Views.sweep(read.toSweep().orElseThrow(), Sweeping.NOW))
                .isEqualTo(Views.sweep(snapshot.toSweep().orElseThrow(), Sweeping.NOW));
        assertThat(read.judged()).isEqualTo(snapshot.judged());
        assertThat(read.trials().get(0)).isEqualTo(snapshot.trials().get(0));
    }

    @Test
    void restoresTheDirectoryAsItWas() {
        Catalogue catalogue =
                new Catalogue(Map.of("s", Views.sweep(replay(GoldenEvents.ALL), Sweeping.NOW)), Map.of("key", "s"));

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

    private static List<SweepEvent> read() throws IOException {
        try (InputStream in = GoldenEventsTest.class.getResourceAsStream("/golden/sweep-events-1.cbor")) {
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
