package io.faceline.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceline.contracts.frame.Lane;
import io.faceline.runtime.settings.Settings;
import io.faceline.runtime.settings.SettingsException;
import io.faceline.vision.MinimumFaceSize;
import io.faceline.vision.image.decode.ImageLimits;
import io.faceline.vision.model.Device;
import io.faceline.vision.model.InferencePermits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectorSettingsTest {
    @Test
    void settingsAreTheDefaults_nothingSet() {
        assertThat(from(Map.of()))
                .isEqualTo(new DetectorSettings(
                        Lane.LIVE,
                        Runtime.getRuntime().availableProcessors(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Device.CPU,
                        ImageLimits.DEFAULT.maxBytes(),
                        ImageLimits.DEFAULT.maxPixels(),
                        Duration.ofSeconds(10),
                        MinimumFaceSize.DEFAULT,
                        200,
                        new CameraLimits(Duration.ofSeconds(1), 30)));
    }

    @Test
    void settingsAreRead_allSet() {
        var settings = from(Map.ofEntries(
                Map.entry("FACELINE_LANE", "bulk"),
                Map.entry("FACELINE_DETECTOR_THREADS", "3"),
                Map.entry("FACELINE_MODELS", "/models"),
                Map.entry("FACELINE_DETECTOR", "yunet"),
                Map.entry("FACELINE_SECOND_DETECTOR", "scrfd_500m"),
                Map.entry("FACELINE_DEVICE", "cuda"),
                Map.entry("FACELINE_MAX_IMAGE_BYTES", "1000000"),
                Map.entry("FACELINE_MAX_IMAGE_PIXELS", "2000000"),
                Map.entry("FACELINE_DECODE_TIMEOUT", "3s"),
                Map.entry("FACELINE_SMALLEST_FACE_PIXELS", "20"),
                Map.entry("FACELINE_SMALLEST_FACE_PIXELS_IN_VIDEOS", "60"),
                Map.entry("FACELINE_MAX_FACES", "50"),
                Map.entry("FACELINE_STALE_AFTER", "2s"),
                Map.entry("FACELINE_MAX_CAMERA_FRAMES_PER_SECOND", "5")));

        assertThat(settings)
                .isEqualTo(new DetectorSettings(
                        Lane.BULK,
                        3,
                        List.of(Path.of("/models")),
                        Optional.of("yunet"),
                        Optional.of("scrfd_500m"),
                        Device.CUDA,
                        1_000_000,
                        2_000_000,
                        Duration.ofSeconds(3),
                        new MinimumFaceSize(20, 60),
                        50,
                        new CameraLimits(Duration.ofSeconds(2), 5)));
    }

    @Test
    void decodingThatOutlastsARecord_isRefused() {
        var settings = from(Map.of("FACELINE_DECODE_TIMEOUT", "12s"));

        assertThat(settings.requireDecodingWithin(Duration.ofSeconds(61))).isEqualTo(settings);
        assertThatThrownBy(() -> settings.requireDecodingWithin(Duration.ofSeconds(60)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("FACELINE_DECODE_TIMEOUT=12000ms must be less than a fifth of");
    }

    @ParameterizedTest
    @CsvSource({
        "FACELINE_LANE,fast",
        "FACELINE_DETECTOR_THREADS,0",
        "FACELINE_DEVICE,tpu",
        "FACELINE_MAX_IMAGE_BYTES,-1",
        "FACELINE_MAX_IMAGE_PIXELS,many",
        "FACELINE_DECODE_TIMEOUT,0s",
        "FACELINE_SMALLEST_FACE_PIXELS,0",
        "FACELINE_SMALLEST_FACE_PIXELS_IN_VIDEOS,0",
        "FACELINE_MAX_FACES,4000",
        "FACELINE_STALE_AFTER,soon",
        "FACELINE_MAX_CAMERA_FRAMES_PER_SECOND,0"
    })
    void settingIsRefused_eachInvalid(String name, String value) {
        assertThatThrownBy(() -> from(Map.of(name, value)))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith(name + " must be ")
                .hasMessageEndingWith("was \"" + value + "\"");
    }

    @Test
    void visionSettings_areThoseOfTheOtherLane() {
        var vision = from(Map.of("FACELINE_MODELS", "/models", "FACELINE_MAX_IMAGE_BYTES", "1000000"))
                .in(Lane.BULK)
                .vision(new InferencePermits(1));

        assertThat(vision.modelFolders()).containsExactly(Path.of("/models"));
        assertThat(vision.limits().maxBytes()).isEqualTo(1_000_000);
        assertThat(vision.inference().lane()).isEqualTo(Lane.BULK);
    }

    private static DetectorSettings from(Map<String, String> environment) {
        return DetectorSettings.from(new Settings(environment));
    }
}
