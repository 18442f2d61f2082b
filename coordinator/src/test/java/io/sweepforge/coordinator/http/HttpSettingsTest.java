package io.sweepforge.coordinator.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.sweepforge.protocol.config.BadConfigException;
import io.sweepforge.protocol.config.ClusterConfig;
import org.junit.jupiter.api.Test;

class HttpSettingsTest {
    private static Config with(String setting) {
        return ConfigFactory.parseString(setting)
                .withFallback(ClusterConfig.defaults())
                .resolve();
    }

    @Test
    void readsTheShippedDefaults() {
        assertThat(HttpSettings.from(with(""))).isEqualTo(new HttpSettings("127.0.0.1", 8080, 1 << 20, 1 << 30));
    }

    @Test
    void listensOnLoopbackOnlyAsLongAsNobodySignsIn() {
        assertThat(HttpSettings.from(with("sweepforge.http.host = localhost")).host())
                .isEqualTo("localhost");
        assertThatThrownBy(() -> HttpSettings.from(with("sweepforge.http.host = 0.0.0.0")))
                .isInstanceOf(BadConfigException.class)
                .hasMessageContaining("sweepforge.http.host must be a loopback address");
    }

    @Test
    void refusesAPortThatIsNone() {
        assertThatThrownBy(() -> HttpSettings.from(with("sweepforge.http.port = 70000")))
                .isInstanceOf(BadConfigException.class)
                .hasMessageContaining("from 0 to 65535, was 70000");
    }
}
