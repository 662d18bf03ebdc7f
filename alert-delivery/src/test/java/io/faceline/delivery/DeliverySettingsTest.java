package io.faceline.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.faceline.runtime.settings.Settings;
import io.faceline.runtime.settings.SettingsException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliverySettingsTest {
    private static DeliverySettings of(String name, String value) {
        return DeliverySettings.from(new Settings(Map.of(name, value)));
    }

    @Test
    void defaults_allowNoLocalAddress_andHaveNoLinks() {
        var settings = DeliverySettings.from(new Settings(Map.of()));

        assertThat(settings.allowsLocal()).isFalse();
        assertThat(settings.publicUrl()).isEmpty();
        assertThat(settings.webhookTimeout()).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void publicUrl_hasNoSlashAtItsEnd() {
        assertThat(of("FACELINE_PUBLIC_URL", "https://faces.example.org/").publicUrl())
                .contains("https://faces.example.org");
    }

    @ParameterizedTest
    @ValueSource(strings = {"faces.example.org", "ftp://faces.example.org", "https://user@faces", "https://faces?x=y"})
    void publicUrl_isRefused_thatLinksCannotBeginWith(String url) {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> of("FACELINE_PUBLIC_URL", url))
                .withMessageContaining("FACELINE_PUBLIC_URL");
    }

    @Test
    void timeout_isBounded() {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> of("FACELINE_WEBHOOK_TIMEOUT", "61s"))
                .withMessageContaining("61s");
    }
}
