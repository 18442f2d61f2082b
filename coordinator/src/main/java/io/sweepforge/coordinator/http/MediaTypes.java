package io.sweepforge.coordinator.http;

import static akka.http.javadsl.model.MediaTypes.APPLICATION_JAVASCRIPT;
import static akka.http.javadsl.model.MediaTypes.IMAGE_PNG;
import static akka.http.javadsl.model.MediaTypes.IMAGE_SVG_XML;
import static akka.http.javadsl.model.MediaTypes.IMAGE_X_ICON;
import static akka.http.javadsl.model.MediaTypes.TEXT_CSS;
import static akka.http.javadsl.model.MediaTypes.TEXT_EVENT_STREAM;
import static akka.http.javadsl.model.MediaTypes.customWithFixedCharset;

import akka.http.javadsl.model.ContentType;
import akka.http.javadsl.model.ContentTypes;
import akka.http.javadsl.model.HttpCharsets;
import java.util.Map;

/** Types of what the server sends. */
final class MediaTypes {
    static final ContentType JSON = ContentTypes.APPLICATION_JSON;
    static final ContentType BYTES = ContentTypes.APPLICATION_OCTET_STREAM;
    static final ContentType CSV = ContentTypes.TEXT_CSV_UTF8;
    static final ContentType TEXT = ContentTypes.TEXT_PLAIN_UTF8;
    static final ContentType EVENTS = ContentTypes.create(TEXT_EVENT_STREAM);
    static final ContentType PROBLEM = ContentTypes.create(
            customWithFixedCharset("application", "problem+json", HttpCharsets.UTF_8, Map.of(), false));
    static final ContentType METRICS = ContentTypes.parse("text/plain; version=0.0.4; charset=utf-8");

    private static final Map<String, ContentType> BY_ENDING = Map.of(
            "html", ContentTypes.TEXT_HTML_UTF8,
            "js", ContentTypes.create(APPLICATION_JAVASCRIPT, HttpCharsets.UTF_8),
            "css", ContentTypes.create(TEXT_CSS, HttpCharsets.UTF_8),
            "json", JSON,
            "svg", ContentTypes.create(IMAGE_SVG_XML),
            "png", ContentTypes.create(IMAGE_PNG),
            "ico", ContentTypes.create(IMAGE_X_ICON),
            "woff2", ContentTypes.parse("font/woff2"));

    private MediaTypes() {}

    /** By the ending of a file's name. */
    static ContentType ofFile(String name) {
        return BY_ENDING.getOrDefault(name.substring(name.lastIndexOf('.') + 1), BYTES);
    }
}
