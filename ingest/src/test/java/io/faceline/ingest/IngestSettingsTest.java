package io.faceline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceline.runtime.Settings;
import io.faceline.runtime.SettingsException;
import io.faceline.runtime.access.AccessSettings;
import io.faceline.vision.image.ImageLimits;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IngestSettingsTest {
    private static final AccessSettings ACCESS = new AccessSettings(Optional.empty(), Duration.ofHours(24));

    @Test
    void nothingSet_givesDefaults() {
        assertThat(IngestSettings.from(new Settings(Map.of())))
                .isEqualTo(new IngestSettings(64, Duration.ofSeconds(30), 5, ImageLimits.DEFAULT, 200, ACCESS));
    }

    @Test
    void everythingSet_isTaken() {
        var settings = IngestSettings.from(new Settings(Map.of(
                "FACELINE_WINDOW", "3",
                "FACELINE_ANSWER_TIMEOUT", "500ms",
                "FACELINE_FRAMES_PER_SECOND", "0.5",
                "FACELINE_MAX_IMAGE_BYTES", "1000",
                "FACELINE_MAX_IMAGE_PIXELS", "2000",
                "FACELINE_MAX_LIVE_SOURCES", "5")));

        assertThat(settings)
                .isEqualTo(new IngestSettings(
                        3,
                        Duration.ofMillis(500),
                        0.5,
                        new ImageLimits(1000, 2000, ImageLimits.DEFAULT.minSide()),
                        5,
                        ACCESS));
    }

    @ParameterizedTest
    @CsvSource({
        "FACELINE_WINDOW, 0",
        "FACELINE_ANSWER_TIMEOUT, soon",
        "FACELINE_FRAMES_PER_SECOND, 0",
        "FACELINE_MAX_IMAGE_BYTES, -1",
        "FACELINE_MAX_IMAGE_PIXELS, many",
        "FACELINE_MAX_LIVE_SOURCES, 0"
    })
    void eachOneInvalid_isNamed(String name, String value) {
        assertThatThrownBy(() -> IngestSettings.from(new Settings(Map.of(name, value))))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(name)
                .hasMessageContaining("\"" + value + "\"");
    }
}
