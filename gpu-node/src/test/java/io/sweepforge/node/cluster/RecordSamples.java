package io.sweepforge.node.cluster;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.typed.ActorRef;
import io.sweepforge.protocol.TrialUpdate;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes an instance of any record of the protocol, with a value in every component. */
final class RecordSamples {
    private final ActorTestKit kit;
    private final boolean withNulls;

    /** @param withNulls whether components that may be null are */
    RecordSamples(ActorTestKit kit, boolean withNulls) {
        this.kit = kit;
        this.withNulls = withNulls;
    }

    Object of(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = Arrays.stream(components)
                .map(component -> mayBeNull(component.getAnnotatedType()) ? null : value(component.getGenericType()))
                .toArray();
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private boolean mayBeNull(AnnotatedType type) {
        return withNulls && type.isAnnotationPresent(Nullable.class);
    }

    private @Nullable Object value(Type type) {
        if (type instanceof ParameterizedType generic) {
            return generic(generic);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord()) {
            return of(plain);
        }
        if (plain.isEnum()) {
            return plain.getEnumConstants()[0];
        }
        return plain == TrialUpdate.class ? of(TrialUpdate.Reported.class) : simple(plain);
    }

    private Object generic(ParameterizedType type) {
        if (type.getRawType() == ActorRef.class) {
            return kit.createTestProbe().getRef();
        }
        Type[] arguments = type.getActualTypeArguments();
        return type.getRawType() == List.class
                ? List.of(value(arguments[0]))
                : Map.of("a", value(arguments[1]), "b", value(arguments[1]));
    }

    private static Object simple(Class<?> type) {
        Map<Class<?>, Object> samples = Map.of(
                String.class,
                "text ä",
                int.class,
                7,
                Integer.class,
                7,
                long.class,
                1L << 40,
                double.class,
                0.1,
                Double.class,
                1e-300,
                boolean.class,
                true,
                Object.class,
                2.5,
                Instant.class,
                Instant.parse("2026-01-01T00:00:00.123456789Z"));
        Object sample = samples.get(type);
        if (sample == null) {
            throw new AssertionError("no sample of " + type);
        }
        return sample;
    }
}
