package io.sweepforge.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads lists page by page. */
final class Pages {
    private static final int LARGEST = 1000;

    private final Function<String, JsonNode> get;

    /** @param get answers the JSON at a path */
    Pages(Function<String, JsonNode> get) {
        this.get = get;
    }

    List<JsonNode> all(String path) {
        return first(path, Integer.MAX_VALUE);
    }

    List<JsonNode> first(String path, int limit) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = get.apply(pagePath(path, Math.min(LARGEST, limit - items.size()), cursor));
            page.path("items").forEach(items::add);
            cursor = page.path("next").asText("");
        } while (!cursor.isEmpty() && items.size() < limit);
        return items;
    }

    private static String pagePath(String path, int limit, String cursor) {
        String page = path + (path.contains("?") ? "&" : "?") + "limit=" + limit;
        return cursor.isEmpty() ? page : page + "&cursor=" + SweepforgeClient.encode(cursor);
    }
}
