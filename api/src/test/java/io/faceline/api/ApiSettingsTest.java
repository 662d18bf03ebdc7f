package io.faceline.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceline.runtime.Settings;
import io.faceline.runtime.SettingsException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApiSettingsTest {
    @Test
    void nothingSet_givesDefaults() {
        assertThat(ApiSettings.from(new Settings(Map.of()))).isEqualTo(new ApiSettings(Duration.ofSeconds(10)));
    }

    @Test
    void everythingSet_isTaken() {
        var settings = ApiSettings.from(new Settings(Map.of("FACELINE_CHANGE_TIMEOUT", "3s")));

        assertThat(settings).isEqualTo(new ApiSettings(Duration.ofSeconds(3)));
    }

    @Test
    void wrongTimeout_isNamed() {
        assertThatThrownBy(() -> ApiSettings.from(new Settings(Map.of("FACELINE_CHANGE_TIMEOUT", "0s"))))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("FACELINE_CHANGE_TIMEOUT");
    }
}
