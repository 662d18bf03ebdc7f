package io.faceline.contracts.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FingerprintTest {
    @Test
    void settingsInAnyOrder_haveTheSameFingerprint() {
        var settings = new LinkedHashMap<String, Object>();
        settings.put("match", 0.49);
        settings.put("candidates", 5);

        assertThat(Fingerprint.of(settings)).isEqualTo(Fingerprint.of(Map.of("candidates", 5, "match", 0.49)));
    }

    @Test
    void fingerprint_isStableOverVersions() {
        // printf 'candidates=5\\nmatch=0.49\\n' | sha256sum
        assertThat(Fingerprint.of(Map.of("candidates", 5, "match", 0.49))).hasToString("0803adc5759c");
    }

    @Test
    void otherValueOrName_hasAnotherFingerprint() {
        var fingerprint = Fingerprint.of(Map.of("match", 0.49));

        assertThat(Fingerprint.of(Map.of("match", 0.5))).isNotEqualTo(fingerprint);
        assertThat(Fingerprint.of(Map.of("verify", 0.49))).isNotEqualTo(fingerprint);
    }

    @Test
    void otherText_isNoFingerprint() {
        assertThatThrownBy(() -> new Fingerprint("0123456789AB")).isInstanceOf(IllegalArgumentException.class);
    }
}
