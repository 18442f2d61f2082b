package io.sweepforge.coordinator.dataset;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.sweepforge.coordinator.api.Datasets.Entry;
import io.sweepforge.coordinator.artifact.ReceivedFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What is known of a data set, as a JSON file beside its bytes. */
final class EntryFile {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private EntryFile() {}

    static void write(Path directory, Entry entry) throws IOException {
        byte[] json = MAPPER.writeValueAsBytes(entry);
        try (ReceivedFile file = ReceivedFile.write(directory.resolve("incoming"), new ByteArrayInputStream(json))) {
            file.moveTo(directory.resolve(entry.reference().hash() + ".json"));
        }
    }

    /** All of a directory by hash. */
    static Map<String, Entry> readAll(Path directory) throws IOException {
        Map<String, Entry> entries = new HashMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.json")) {
            for (Path file : files) {
                Entry entry = MAPPER.readValue(file.toFile(), Entry.class);
                entries.put(entry.reference().hash(), entry);
            }
        }
        return entries;
    }
}
