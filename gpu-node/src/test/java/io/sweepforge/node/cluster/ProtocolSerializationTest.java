package io.sweepforge.node.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.SerializationTestKit;
import com.typesafe.config.ConfigFactory;
import io.sweepforge.protocol.CoordinatorMessage;
import io.sweepforge.protocol.NodeMessage;
import io.sweepforge.protocol.ProtocolMessage;
import io.sweepforge.protocol.TrialUpdate;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every message must survive the way to another process; a new one is found by reflection. */
class ProtocolSerializationTest {
    private static final ActorTestKit KIT = ActorTestKit.create(ConfigFactory.parseString("akka.actor.provider = local")
            .withFallback(ConfigFactory.parseResources("sweepforge-cluster.conf"))
            .withFallback(ConfigFactory.load()));

    @AfterAll
    static void shutDown() {
        KIT.shutdownTestKit();
    }

    static Stream<Class<?>> messages() {
        return Stream.concat(
                Stream.of(CoordinatorMessage.class, NodeMessage.class, TrialUpdate.class)
                        .flatMap(type -> Arrays.stream(type.getPermittedSubclasses())),
                Stream.of(NodeMessage.TrialRequirements.class));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void survivesTheWayToAnotherProcess(Class<?> type) {
        assertThat(ProtocolMessage.class).isAssignableFrom(type);
        for (boolean withNulls : new boolean[] {false, true}) {
            Object message = new RecordSamples(KIT, withNulls).of(type);

            Object arrived = new SerializationTestKit(KIT.system()).verifySerialization(message, true);

            assertThat(arrived).isEqualTo(message);
        }
    }

    @Test
    void findsEveryMessage() {
        assertThat(messages()).hasSizeGreaterThan(15).allMatch(Class::isRecord);
    }
}
