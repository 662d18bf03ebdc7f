package io.faceline.matcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceline.contracts.face.PortraitRules;
import io.faceline.contracts.face.QualityLimits;
import io.faceline.contracts.face.Thresholds;
import io.faceline.contracts.frame.TestFrames;
import io.faceline.matcher.decision.ThresholdOverrides;
import io.faceline.runtime.settings.SettingsException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatcherSettingsTest {
    @Test
    void from_nothing_givesTheDefaults() {
        assertThat(MatcherFixtures.settings(Map.of()))
                .isEqualTo(new MatcherSettings(
                        List.of(),
                        1,
                        ThresholdOverrides.NONE,
                        5,
                        1000,
                        Duration.ofHours(24),
                        Duration.ofSeconds(1),
                        Duration.ofMinutes(10),
                        1000,
                        new QualityLimits(40, 0.25, 0.18, 40, 35, 0.6),
                        new PortraitRules(new QualityLimits(40, 0.15, 0.12, 55, 45, 0.6), 0.25, 0.8)));
    }

    @Test
    void from_everything_takesAll() {
        var environment = Map.ofEntries(
                Map.entry("FACELINE_MODELS", "/m"),
                Map.entry("FACELINE_MATCHER_THREADS", "3"),
                Map.entry("FACELINE_MATCH_THRESHOLD", "0.6"),
                Map.entry("FACELINE_UNCERTAIN_THRESHOLD", "0.5"),
                Map.entry("FACELINE_MATCH_MARGIN", "0.1"),
                Map.entry("FACELINE_VERIFY_THRESHOLD", "0.4"),
                Map.entry("FACELINE_CANDIDATES", "7"),
                Map.entry("FACELINE_MAX_REFERENCES", "10"),
                Map.entry("FACELINE_SESSION_EXPIRY", "1h"),
                Map.entry("FACELINE_GALLERY_WAIT", "2s"),
                Map.entry("FACELINE_VERIFICATION_WAIT", "3m"),
                Map.entry("FACELINE_MAX_VERIFICATIONS", "4"),
                Map.entry("FACELINE_PROBE_MIN_SIDE", "1"),
                Map.entry("FACELINE_PROBE_MIN_SHARPNESS", "0.2"),
                Map.entry("FACELINE_PROBE_MIN_BRIGHTNESS", "0.3"),
                Map.entry("FACELINE_PROBE_MAX_YAW", "4"),
                Map.entry("FACELINE_PROBE_MAX_PITCH", "5"),
                Map.entry("FACELINE_PROBE_MIN_CONFIDENCE", "0.6"),
                Map.entry("FACELINE_ENROLLMENT_MIN_SIDE", "11"),
                Map.entry("FACELINE_ENROLLMENT_MIN_SHARPNESS", "0.12"),
                Map.entry("FACELINE_ENROLLMENT_MIN_BRIGHTNESS", "0.13"),
                Map.entry("FACELINE_ENROLLMENT_MAX_YAW", "14"),
                Map.entry("FACELINE_ENROLLMENT_MAX_PITCH", "15"),
                Map.entry("FACELINE_ENROLLMENT_MIN_CONFIDENCE", "0.16"),
                Map.entry("FACELINE_ENROLLMENT_BACKGROUND_AREA", "0.5"));

        assertThat(MatcherFixtures.settings(environment))
                .isEqualTo(new MatcherSettings(
                        List.of(Path.of("/m")),
                        3,
                        new ThresholdOverrides(
                                OptionalDouble.of(0.6),
                                OptionalDouble.of(0.5),
                                OptionalDouble.of(0.1),
                                OptionalDouble.of(0.4)),
                        7,
                        10,
                        Duration.ofHours(1),
                        Duration.ofSeconds(2),
                        Duration.ofMinutes(3),
                        4,
                        new QualityLimits(1, 0.2, 0.3, 4, 5, 0.6),
                        new PortraitRules(new QualityLimits(11, 0.12, 0.13, 14, 15, 0.16), 0.5, 0.8)));
    }

    @ParameterizedTest
    @CsvSource({
        "FACELINE_MATCHER_THREADS, 0",
        "FACELINE_MATCH_THRESHOLD, 7",
        "FACELINE_UNCERTAIN_THRESHOLD, much",
        "FACELINE_MATCH_MARGIN, -1",
        "FACELINE_VERIFY_THRESHOLD, -2",
        "FACELINE_CANDIDATES, 0",
        "FACELINE_MAX_REFERENCES, many",
        "FACELINE_SESSION_EXPIRY, 0s",
        "FACELINE_GALLERY_WAIT, soon",
        "FACELINE_VERIFICATION_WAIT, -1s",
        "FACELINE_MAX_VERIFICATIONS, 0",
        "FACELINE_PROBE_MIN_SIDE, -1",
        "FACELINE_PROBE_MIN_SHARPNESS, 2",
        "FACELINE_PROBE_MIN_BRIGHTNESS, 2",
        "FACELINE_PROBE_MAX_YAW, 200",
        "FACELINE_PROBE_MAX_PITCH, 200",
        "FACELINE_PROBE_MIN_CONFIDENCE, 2",
        "FACELINE_ENROLLMENT_MIN_SIDE, -1",
        "FACELINE_ENROLLMENT_BACKGROUND_AREA, 2",
    })
    void from_aWrongValue_namesVariableAndValue(String name, String value) {
        assertThatThrownBy(() -> MatcherFixtures.settings(Map.of(name, value)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(name)
                .hasMessageContaining('"' + value + '"');
    }

    @Test
    void from_aBandAboveTheMatchThreshold_isRefused() {
        assertThatThrownBy(() -> MatcherFixtures.settings(
                        Map.of("FACELINE_MATCH_THRESHOLD", "0.3", "FACELINE_UNCERTAIN_THRESHOLD", "0.4")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("FACELINE_UNCERTAIN_THRESHOLD");
    }

    @Test
    void overrides_replaceTheModelsThresholds() {
        var overrides = MatcherFixtures.settings(Map.of("FACELINE_MATCH_THRESHOLD", "0.3"))
                .thresholds();

        assertThat(overrides.over(TestFrames.THRESHOLDS)).isEqualTo(new Thresholds(0.3, 0.3, 0.05, 0.45));
    }
}
