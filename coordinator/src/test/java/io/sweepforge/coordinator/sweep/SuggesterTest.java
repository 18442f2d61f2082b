package io.sweepforge.coordinator.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.ActorRef;
import io.sweepforge.coordinator.InMemory;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SuggesterTest {
    private final ActorTestKit kit = ActorTestKit.create(InMemory.CONFIG);

    @AfterEach
    void stop() {
        kit.shutdownTestKit();
    }

    @Test
    void answersEvenWhenThereCanBeNoSampler() {
        TestProbe<SweepCommand> sweep = kit.createTestProbe();
        ActorRef<Suggester.Suggest> suggester = kit.spawn(Suggester.create(() -> {
            throw new IllegalArgumentException("space: must hold a parameter");
        }));
        suggester.tell(new Suggester.Suggest(3, List.of(), List.of(), sweep.ref()));

        assertThat(sweep.receiveMessage())
                .isEqualTo(new SweepCommand.SuggestingFailed(3, "space: must hold a parameter"));
    }
}
