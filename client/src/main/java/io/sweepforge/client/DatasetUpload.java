package io.sweepforge.client;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How the coordinator is to read a data set.
 *
 * @param file its name tells the format: .csv, .npz or .npy, .zip or .idx; .gz may follow
 * @param task {@code classification} or {@code forecasting}
 * @param target the column to predict; empty for the last one
 * @param index a column that only numbers the rows; empty for none
 * @param shape of one row, e.g. {@code 28x28} or {@code 3x32x32}; empty to infer it
 */
public record DatasetUpload(
        Path file, String name, String task, Optional<String> target, Optional<String> index, Optional<String> shape) {
    String query() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", name);
        fields.put("task", task);
        target.ifPresent(column -> fields.put("target", column));
        index.ifPresent(column -> fields.put("index", column));
        shape.ifPresent(sizes -> fields.put("shape", sizes));
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + SweepforgeClient.encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    String contentType() {
        String lower = file.toString().toLowerCase(Locale.ROOT);
        String plain = lower.endsWith(".gz") ? lower.substring(0, lower.length() - ".gz".length()) : lower;
        if (plain.endsWith(".csv")) {
            return "text/csv";
        }
        return "application/octet-stream";
    }
}
