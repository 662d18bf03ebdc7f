package io.faceline.runtime.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceline.runtime.settings.Settings;
import io.faceline.runtime.settings.SettingsException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretBoxTest {
    private static final String CANARY = "admin:Canary7€";
    private static final String BYTES = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    private final SecretBox box = box(BYTES);

    private static SecretBox box(String key) {
        return SecretBox.of(new Settings(Map.of("FACELINE_SECRET_KEY", key))).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {BYTES, "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8", "a long enough text"})
    void sealedText_isOpened_byWhoeverHasTheKey(String key) {
        var sealed = box(key).seal(CANARY, "door");

        assertThat(sealed).startsWith("v1:").doesNotContain("Canary7");
        assertThat(box(key).open(sealed, "door")).contains(CANARY);
    }

    @Test
    void sealedText_isAnotherEachTime() {
        assertThat(box.seal(CANARY, "door")).isNotEqualTo(box.seal(CANARY, "door"));
    }

    @Test
    void movedText_isNotOpened() {
        assertThat(box.open(box.seal(CANARY, "door"), "yard")).isEmpty();
    }

    @Test
    void textOfAnotherKey_isNotOpened() {
        assertThat(box("another long enough text").open(box.seal(CANARY, "door"), "door"))
                .isEmpty();
    }

    @Test
    void changedText_isNotOpened() {
        var sealed = box.seal(CANARY, "door");
        var last = sealed.charAt(10);

        assertThat(box.open(sealed.substring(0, 10) + (last == 'A' ? 'B' : 'A') + sealed.substring(11), "door"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v1:", "v1:AAAA", "v1:not base64", "v2:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="})
    void otherText_isNotOpened(String sealed) {
        assertThat(box.open(sealed, "door")).isEmpty();
    }

    @Test
    void shortKey_isRefused_andNotRepeated() {
        assertThatThrownBy(() -> box("Canary7"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("FACELINE_SECRET_KEY")
                .hasMessageNotContaining("Canary7");
    }

    @Test
    void withoutAKey_thereIsNone() {
        assertThat(SecretBox.of(new Settings(Map.of()))).isEmpty();
        assertThat(box).hasToString("SecretBox[…]");
    }
}
