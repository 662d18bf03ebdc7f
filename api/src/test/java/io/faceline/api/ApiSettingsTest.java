package io.faceline.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceline.api.alertrules.AlertSettings;
import io.faceline.api.cameras.CameraSettings;
import io.faceline.contracts.face.PortraitRules;
import io.faceline.contracts.face.QualityLimits;
import io.faceline.runtime.http.address.AddressSettings;
import io.faceline.runtime.settings.Settings;
import io.faceline.runtime.settings.SettingsException;
import io.faceline.web.access.AccessSettings;
import io.faceline.web.access.SharedGallery;
import io.faceline.web.view.JobRetention;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApiSettingsTest {
    private static final AccessSettings NO_ADMIN = new AccessSettings(
            Optional.empty(), Duration.ofHours(24), Duration.ofDays(30), SharedGallery.AUTO, Optional.empty());

    @Test
    void nothingSet_givesDefaults() {
        assertThat(ApiSettings.from(new Settings(Map.of())))
                .isEqualTo(new ApiSettings(
                        Duration.ofSeconds(10),
                        200,
                        JobRetention.DEFAULT,
                        1000,
                        10_000,
                        List.of(),
                        PortraitRules.DEFAULT,
                        NO_ADMIN,
                        AddressSettings.DEFAULT,
                        CameraSettings.DEFAULT,
                        AlertSettings.DEFAULT));
    }

    @Test
    void everythingSet_isTaken() {
        var settings = ApiSettings.from(new Settings(Map.ofEntries(
                Map.entry("FACELINE_CHANGE_TIMEOUT", "3s"),
                Map.entry("FACELINE_MAX_EVENT_STREAMS", "7"),
                Map.entry("FACELINE_MAX_REFERENCES", "9"),
                Map.entry("FACELINE_MAX_SESSION_PHOTOS", "8"),
                Map.entry("FACELINE_JOB_RETENTION", "3h"),
                Map.entry("FACELINE_KEPT_JOB_RETENTION", "1h"),
                Map.entry("FACELINE_MODELS", "/models"),
                Map.entry("FACELINE_ENROLLMENT_MIN_SIDE", "120"),
                Map.entry("FACELINE_ENROLLMENT_BACKGROUND_AREA", "0.5"),
                Map.entry("FACELINE_ADMIN_TOKEN", "an admin's long token"),
                Map.entry("FACELINE_CAMERAS_OPEN", "true"),
                Map.entry("FACELINE_MAX_CAMERAS", "3"),
                Map.entry("FACELINE_CAMERAS_FILE", "pom.xml"),
                Map.entry("FACELINE_ALERTS_OPEN", "true"),
                Map.entry("FACELINE_SESSION_EXPIRY", "2h"))));

        assertThat(settings)
                .isEqualTo(new ApiSettings(
                        Duration.ofSeconds(3),
                        7,
                        new JobRetention(Duration.ofHours(3), Duration.ofHours(1)),
                        9,
                        8,
                        List.of(Path.of("/models")),
                        new PortraitRules(new QualityLimits(120, 0.15, 0.12, 55, 45, 0.6), 0.5, 0.8),
                        new AccessSettings(Optional.of("an admin's long token"), Duration.ofHours(2), Optional.empty()),
                        AddressSettings.DEFAULT,
                        new CameraSettings(true, 3, Optional.of(Path.of("pom.xml")), Optional.empty()),
                        new AlertSettings(true, Optional.empty())));
    }

    @Test
    void missingFileOfCameras_isNamed() {
        assertThatThrownBy(() -> ApiSettings.from(new Settings(Map.of("FACELINE_CAMERAS_FILE", "no-such.yml"))))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("FACELINE_CAMERAS_FILE")
                .hasMessageContaining("no-such.yml");
    }

    @Test
    void wrongTimeout_isNamed() {
        assertThatThrownBy(() -> ApiSettings.from(new Settings(Map.of("FACELINE_CHANGE_TIMEOUT", "0s"))))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("FACELINE_CHANGE_TIMEOUT");
    }

    @Test
    void wrongNumberOfStreams_isNamed() {
        assertThatThrownBy(() -> ApiSettings.from(new Settings(Map.of("FACELINE_MAX_EVENT_STREAMS", "0"))))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("FACELINE_MAX_EVENT_STREAMS");
    }

    @Test
    void wrongRetention_isNamed() {
        assertThatThrownBy(() -> ApiSettings.from(new Settings(Map.of("FACELINE_JOB_RETENTION", "a day"))))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("FACELINE_JOB_RETENTION");
    }
}
