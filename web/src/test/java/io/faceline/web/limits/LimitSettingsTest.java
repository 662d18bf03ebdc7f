package io.faceline.web.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceline.runtime.settings.Settings;
import io.faceline.runtime.settings.SettingsException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitSettingsTest {
    @Test
    void nothingSet_givesDefaults() {
        var settings = LimitSettings.from(new Settings(Map.of()));

        assertThat(settings).isEqualTo(new LimitSettings(50, 200, 300, settings.bodiesBytes(), 64, Set.of()));
        assertThat(settings.bodiesBytes())
                .isBetween(64L << 20, Math.max(64L << 20, Runtime.getRuntime().maxMemory() / 4));
    }

    @Test
    void everythingSet_isTaken() {
        var settings = LimitSettings.from(new Settings(Map.of(
                "FACELINE_REQUESTS_PER_SECOND", "1",
                "FACELINE_REQUESTS_PER_SECOND_OF_ADDRESS", "2",
                "FACELINE_SESSIONS_PER_MINUTE", "3",
                "FACELINE_MAX_BODIES_MIB", "4",
                "FACELINE_MAX_REQUESTS_IN_FLIGHT", "5",
                "FACELINE_TRUSTED_PROXIES", "10.0.0.1, ::1, 172.16.0.0/12")));

        assertThat(settings)
                .isEqualTo(
                        new LimitSettings(1, 2, 3, 4 << 20, 5, Set.of("10.0.0.1", "0:0:0:0:0:0:0:1", "172.16.0.0/12")));
    }

    @ParameterizedTest
    @CsvSource({
        "FACELINE_REQUESTS_PER_SECOND, 0",
        "FACELINE_REQUESTS_PER_SECOND_OF_ADDRESS, many",
        "FACELINE_SESSIONS_PER_MINUTE, -1",
        "FACELINE_MAX_BODIES_MIB, 0",
        "FACELINE_MAX_REQUESTS_IN_FLIGHT, 0",
        "FACELINE_TRUSTED_PROXIES, proxy.example.org",
        "FACELINE_TRUSTED_PROXIES, proxy.example.org/24",
        "FACELINE_TRUSTED_PROXIES, 10.0.0.1/24",
        "FACELINE_TRUSTED_PROXIES, 10.0.0.0/33",
        "FACELINE_TRUSTED_PROXIES, 10.0.0.0/-1",
        "FACELINE_TRUSTED_PROXIES, 10.0.0.1-10.0.0.9",
    })
    void badValue_isNamed(String name, String value) {
        assertThatThrownBy(() -> LimitSettings.from(new Settings(Map.of(name, value))))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(name)
                .hasMessageContaining(value);
    }
}
