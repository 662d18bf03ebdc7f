package io.faceline.web.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceline.runtime.http.address.AddressSettings;
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

        assertThat(settings)
                .isEqualTo(new LimitSettings(
                        50, 200, 300, 12 * Runtime.getRuntime().availableProcessors(), AddressSettings.DEFAULT));
    }

    @Test
    void everythingSet_isTaken() {
        var settings = LimitSettings.from(new Settings(Map.of(
                "FACELINE_REQUESTS_PER_SECOND", "1",
                "FACELINE_REQUESTS_PER_SECOND_OF_ADDRESS", "2",
                "FACELINE_SESSIONS_PER_MINUTE", "3",
                "FACELINE_ADDRESS_SHARE", "70",
                "FACELINE_MAX_REQUESTS_IN_FLIGHT", "5",
                "FACELINE_TRUSTED_PROXIES", "10.0.0.1, ::1, 172.16.0.0/12")));

        assertThat(settings)
                .isEqualTo(new LimitSettings(
                        1, 2, 3, 5, new AddressSettings(Set.of("10.0.0.1", "0:0:0:0:0:0:0:1", "172.16.0.0/12"), 70)));
    }

    @ParameterizedTest
    @CsvSource({
        "FACELINE_REQUESTS_PER_SECOND, 0",
        "FACELINE_REQUESTS_PER_SECOND_OF_ADDRESS, many",
        "FACELINE_SESSIONS_PER_MINUTE, -1",
        "FACELINE_ADDRESS_SHARE, 0",
        "FACELINE_ADDRESS_SHARE, 101",
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
