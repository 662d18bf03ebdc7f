package io.faceline.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceline.runtime.settings.Settings;
import io.faceline.runtime.settings.SettingsException;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionKeyTest {
    private final String text = SessionKey.newText();
    private final SessionKey key = SessionKey.parse(text);

    @Test
    void secret_isProvenByTheKeyThatMadeIt_inEveryProcess() {
        var secret = key.create();

        assertThat(SessionKey.parse(text).proven(secret.reveal()).orElseThrow().session())
                .isEqualTo(secret.session());
        assertThat(SessionKey.random().proven(secret.reveal())).isEmpty();
        assertThat(key.create().session()).isNotEqualTo(secret.session());
    }

    @Test
    void secretWithAnyOtherCharacter_isNotProven() {
        var secret = key.create().reveal();

        for (var i = 0; i < secret.length(); i++) {
            var changed = new StringBuilder(secret);
            changed.setCharAt(i, secret.charAt(i) == 'A' ? 'B' : 'A');
            assertThat(key.proven(changed.toString())).as("character %d", i).isEmpty();
        }
        assertThat(key.proven(secret + "A")).isEmpty();
        assertThat(key.proven(secret.substring(0, secret.length() - 1))).isEmpty();
    }

    /** Each text has a session of its own: a second text for the same bytes would be another session for free. */
    @Test
    void oneSecret_hasOneText() {
        var secret = key.create().reveal();
        var texts = new HashSet<String>();
        for (var last : "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".split("")) {
            key.proven(secret.substring(0, secret.length() - 1) + last).ifPresent(proven -> texts.add(proven.reveal()));
        }

        assertThat(texts).containsExactly(secret);
    }

    @Test
    void firstKeyMakes_allProve() {
        var before = key.create().reveal();
        var other = SessionKey.newText();
        var changed = SessionKey.parse(other + ", " + text);

        assertThat(changed.proven(before)).isPresent();
        var after = changed.create().reveal();
        assertThat(SessionKey.parse(other).proven(after)).isPresent();
        assertThat(key.proven(after)).isEmpty();
    }

    @Test
    void key_mayBeBase64() {
        var bytes = HexFormat.of().parseHex(text);
        var base64 = Base64.getUrlEncoder().encodeToString(bytes);

        assertThat(SessionKey.parse(base64).proven(key.create().reveal())).isPresent();
        assertThat(SessionKey.parse(base64.replace("=", "")).proven(key.create().reveal()))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", "00", "fls_AAAA", ","})
    void otherText_isRefusedWithoutBeingRevealed(String wrong) {
        assertThatThrownBy(() -> AccessSettings.from(new Settings(Map.of("FACELINE_SESSION_KEY", wrong))))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("FACELINE_SESSION_KEY")
                .hasMessageContaining("openssl rand -hex 32")
                .hasMessageNotContaining("\"")
                .hasMessageNotContaining("fls_AAAA")
                .hasMessageNotContaining("secret");
    }

    @Test
    void keyAndSecret_areNotInTheirTexts() {
        var secret = key.create();

        assertThat(key.toString()).doesNotContain(text);
        assertThat(secret.toString()).doesNotContain(secret.reveal());
        assertThat(AccessSettings.from(new Settings(Map.of("FACELINE_SESSION_KEY", text)))
                        .toString())
                .doesNotContain(text);
    }
}
