package io.faceline.matcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.catalog.MatchingFacts;
import io.faceline.contracts.catalog.ModelCatalog;
import io.faceline.contracts.identity.Fingerprint;
import io.faceline.matcher.decision.Models;
import io.faceline.runtime.settings.Settings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatcherFingerprintTest {
    private static final List<MatchingFacts> MODELS =
            ModelCatalog.load(List.of()).allMatching();

    @ParameterizedTest
    @CsvSource({
        "FACELINE_MATCH_THRESHOLD,-1",
        "FACELINE_UNCERTAIN_THRESHOLD,0.1",
        "FACELINE_MATCH_MARGIN,0",
        "FACELINE_VERIFY_THRESHOLD,0.1",
        "FACELINE_CANDIDATES,1",
        "FACELINE_MAX_REFERENCES,10",
        "FACELINE_SESSION_EXPIRY,1m",
        "FACELINE_PROBE_MAX_YAW,10",
        "FACELINE_ENROLLMENT_MIN_SIDE,10",
        "FACELINE_ENROLLMENT_BACKGROUND_AREA,0.9"
    })
    void settingThatDecides_changesTheFingerprint(String name, String value) {
        assertThat(fingerprint(MODELS, Map.of(name, value))).isNotEqualTo(fingerprint(MODELS, Map.of()));
    }

    @ParameterizedTest
    @CsvSource({"FACELINE_MATCHER_THREADS,2", "FACELINE_GALLERY_WAIT,2s"})
    void settingOfTheProcess_doesNot(String name, String value) {
        assertThat(fingerprint(MODELS, Map.of(name, value))).isEqualTo(fingerprint(MODELS, Map.of()));
    }

    @Test
    void default_isTheSameWhetherItIsSetOrNot() {
        assertThat(fingerprint(MODELS, Map.of("FACELINE_CANDIDATES", "5"))).isEqualTo(fingerprint(MODELS, Map.of()));
    }

    @Test
    void fewerModels_changeTheFingerprint() {
        assertThat(fingerprint(MODELS.subList(1, MODELS.size()), Map.of())).isNotEqualTo(fingerprint(MODELS, Map.of()));
    }

    private static Fingerprint fingerprint(List<MatchingFacts> models, Map<String, String> environment) {
        var settings = MatcherSettings.from(new Settings(environment));
        return MatcherFingerprint.of(new Models(models, settings.thresholds()), settings);
    }
}
