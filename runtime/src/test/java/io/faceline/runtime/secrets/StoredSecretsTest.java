package io.faceline.runtime.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.runtime.settings.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoredSecretsTest {
    private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final Settings SETTINGS =
            new Settings(Map.of(SecretBox.SETTING, KEY, "FACELINE_SECRET_PAGER", "whsec_Canary"));

    private final StoredSecrets secrets = StoredSecrets.of(SETTINGS);

    @Test
    void secret_isFoundByItsName() {
        assertThat(secrets.find("PAGER", null, "pager")).contains("whsec_Canary");
        assertThat(secrets.find("OTHER", null, "pager")).isEmpty();
        assertThat(StoredSecrets.reason("OTHER")).contains("FACELINE_SECRET_OTHER");
    }

    @Test
    void encryptedSecret_isFound_byWhoHasTheKey_inItsContext() {
        var sealed = SecretBox.of(SETTINGS).orElseThrow().seal("whsec_Canary", "pager");

        assertThat(secrets.find(null, sealed, "pager")).contains("whsec_Canary");
        assertThat(secrets.find(null, sealed, "other")).isEmpty();
        assertThat(StoredSecrets.of(new Settings(Map.of())).find(null, sealed, "pager"))
                .isEmpty();
    }

    @Test
    void derivedKeys_areTheSameEverywhere_andOfTheirPurposeAlone() {
        var another = StoredSecrets.of(SETTINGS);

        assertThat(secrets.derived("pictures")).isEqualTo(another.derived("pictures"));
        assertThat(secrets.derived("pictures")).isNotEqualTo(secrets.derived("others"));
        assertThat(secrets.derived("pictures").orElseThrow().getEncoded()).hasSize(32);
        assertThat(secrets.toString()).doesNotContain("Canary");
    }
}
