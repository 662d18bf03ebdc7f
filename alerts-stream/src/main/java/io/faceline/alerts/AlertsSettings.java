package io.faceline.alerts;

import io.faceline.runtime.settings.Settings;

/** Settings of the stage that judges tracks by rules. */
public record AlertsSettings(int threads) {
    public static AlertsSettings from(Settings settings) {
        return new AlertsSettings(settings.integer("FACELINE_ALERTS_THREADS", 1, 1, 64));
    }
}
