package io.sweepforge.coordinator.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akka.http.javadsl.model.HttpHeader;
import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DashboardPagesTest {
    private final DashboardPages pages = new DashboardPages(new ClassPathFiles("pages"));

    private HttpResponse get(String path) {
        return pages.page(HttpRequest.GET(path)).toCompletableFuture().join();
    }

    private static Optional<String> header(HttpResponse response, String name) {
        return response.getHeader(name).map(HttpHeader::value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/sweeps/s1", "/nodes"})
    void givesTheStartPageForPagesOfTheDashboard(String path) {
        HttpResponse response = get(path);

        assertThat(response.entity().getContentType().toString()).isEqualTo("text/html; charset=UTF-8");
        assertThat(header(response, "Cache-Control")).hasValue("no-cache");
        assertThat(header(response, "Content-Security-Policy").orElse("")).startsWith("default-src 'self'");
        assertThat(header(response, "X-Content-Type-Options")).hasValue("nosniff");
    }

    @Test
    void letsBrowsersKeepAssetsForEver() {
        HttpResponse response = get("/assets/main-1a2b.js");

        assertThat(header(response, "Cache-Control")).hasValue("public, max-age=31536000, immutable");
        assertThat(response.entity().getContentType().toString()).startsWith("application/javascript");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/none.js", "/../logback.xml", "/assets/../../openapi.yaml", "//etc/passwd.txt"})
    void givesNothingElse(String path) {
        assertThatThrownBy(() -> get(path)).isInstanceOf(ProblemException.class);
    }

    @Test
    void saysWhenThereIsNoDashboard() {
        DashboardPages none = new DashboardPages(new ClassPathFiles("nowhere"));

        assertThatThrownBy(() -> none.page(HttpRequest.GET("/"))).hasMessageContaining("built without the dashboard");
    }
}
