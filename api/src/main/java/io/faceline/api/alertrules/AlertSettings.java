package io.faceline.api.alertrules;

import io.faceline.runtime.secrets.SecretBox;
import io.faceline.runtime.settings.Settings;
import java.util.Optional;

/**
 * Settings of alerts.
 *
 * @param isOpen whether everybody may look at alerts, rules and lists, and not only an admin
 * @param box encrypts secrets of receivers; empty without a key, as which none are stored
 */
public record AlertSettings(boolean isOpen, Optional<SecretBox> box) {
    public static final AlertSettings DEFAULT = new AlertSettings(false, Optional.empty());

    public static AlertSettings from(Settings settings) {
        return new AlertSettings(settings.flag("FACELINE_ALERTS_OPEN", DEFAULT.isOpen), SecretBox.of(settings));
    }
}
