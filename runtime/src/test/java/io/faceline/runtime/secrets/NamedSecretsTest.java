package io.faceline.runtime.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceline.runtime.settings.Settings;
import io.faceline.runtime.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamedSecretsTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("secrets");
        Files.writeString(file, """
                # the cameras
                DOOR=admin:p@ss:w0rd/?#% \\x
                DIGITS = 123
                not a secret
                KEY=the key itself
                """);
    }

    private NamedSecrets secrets() {
        return NamedSecrets.of(new Settings(Map.of(
                "FACELINE_SECRET_YARD", "admin:yard",
                "FACELINE_SECRET_KEY", "a long enough text",
                "FACELINE_SECRETS_FILE", file.toString())));
    }

    @Test
    void secrets_areFound_inTheEnvironmentAndTheFile() {
        assertThat(secrets().find("YARD")).contains("admin:yard");
        assertThat(secrets().find("DOOR")).contains("admin:p@ss:w0rd/?#% \\x");
        assertThat(secrets().find("DIGITS")).contains("123");
        assertThat(secrets().find("GATE")).isEmpty();
    }

    @Test
    void keyOfTheInstallation_isNoSecret() {
        assertThat(secrets().find("KEY")).isEmpty();
        assertThat(NamedSecrets.isName("KEY")).isFalse();
    }

    @Test
    void changedFile_isReadAnew_andAMissingOneForgetsNothing() throws IOException {
        var secrets = secrets();
        assertThat(secrets.find("GATE")).isEmpty();

        Files.writeString(file, "GATE=admin:gate");
        assertThat(secrets.find("GATE")).contains("admin:gate");
        assertThat(secrets.find("DOOR")).isEmpty();

        Files.delete(file);
        assertThat(secrets.find("GATE")).contains("admin:gate");
    }

    @Test
    void missingFile_isAnInvalidSetting() throws IOException {
        Files.delete(file);

        assertThatThrownBy(this::secrets)
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("FACELINE_SECRETS_FILE")
                .hasMessageContaining("it does not exist");
    }

    @Test
    void secrets_areNotShown() {
        assertThat(secrets()).hasToString("NamedSecrets[…]");
    }
}
