package io.sweepforge.coordinator.http;

import akka.http.javadsl.model.ContentType;
import akka.http.javadsl.model.HttpEntities;
import akka.http.javadsl.model.HttpEntity;
import akka.http.javadsl.model.HttpResponse;
import akka.util.ByteString;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.sweepforge.coordinator.api.ErrorCode;
import io.sweepforge.protocol.FamilyDescription;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** JSON as the HTTP contract has it: RFC 3339 times, ISO-8601 durations, null for what is not a finite number. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .addModule(finiteNumbers())
            .addMixIn(FamilyDescription.Parameter.class, FamilyParameterNames.class)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** Where Jackson's own code keeps a limit. */
    private static final String FROM_WHERE = ", from `[^`]*`";

    private Json() {}

    static HttpResponse ok(Object value) {
        return HttpResponse.create().withEntity(entity(MediaTypes.JSON, value));
    }

    static HttpEntity.Strict entity(ContentType type, Object value) {
        return HttpEntities.create(type, ByteString.fromArrayUnsafe(bytes(value)));
    }

    static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + value.getClass() + " as JSON", e);
        }
    }

    /**
     * Maps, lists, texts, numbers, booleans and null.
     *
     * @throws ProblemException saying line and column of the mistake
     */
    static @Nullable Object tree(ByteString body) {
        if (body.isEmpty()) {
            throw new Problem(ErrorCode.INVALID_REQUEST, "The body is empty; send a JSON object.").toException();
        }
        try {
            return MAPPER.readValue(body.toArrayUnsafe(), Object.class);
        } catch (JsonProcessingException e) {
            throw broken(e).toException();
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory failed", e);
        }
    }

    private static Problem broken(JsonProcessingException e) {
        String place = e.getLocation() == null
                ? ""
                : ", line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
        String reason = e.getOriginalMessage().lines().findFirst().orElse("").replaceAll(FROM_WHERE, "");
        return new Problem(ErrorCode.INVALID_REQUEST, "The body is not valid JSON" + place + ": " + reason);
    }

    private static SimpleModule finiteNumbers() {
        FiniteOrNull serializer = new FiniteOrNull();
        return new SimpleModule("finite numbers")
                .addSerializer(Double.class, serializer)
                .addSerializer(Double.TYPE, serializer);
    }

    private static final class FiniteOrNull extends StdScalarSerializer<Double> {
        private static final long serialVersionUID = 1L;

        FiniteOrNull() {
            super(Double.class);
        }

        @Override
        public void serialize(Double value, JsonGenerator out, SerializerProvider provider) throws IOException {
            if (Double.isFinite(value)) {
                out.writeNumber(value);
            } else {
                out.writeNull();
            }
        }
    }

    /** A record component cannot be called {@code default}. */
    private interface FamilyParameterNames {
        @JsonProperty("default")
        Object defaultValue();
    }
}
