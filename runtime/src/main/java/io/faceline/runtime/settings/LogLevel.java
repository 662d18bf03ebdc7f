package io.faceline.runtime.settings;

import java.util.List;
import java.util.Locale;

/** {@code FACELINE_LOG_LEVEL}, which logback reads itself, and takes for DEBUG if it does not know it. */
public final class LogLevel {
    private static final String NAME = "FACELINE_LOG_LEVEL";
    private static final List<String> LEVELS = List.of("TRACE", "DEBUG", "INFO", "WARN", "ERROR", "OFF");

    private LogLevel() {}

    /** @throws SettingsException when it is no level */
    public static void check(Settings settings) {
        var level = settings.text(NAME, "INFO");
        if (!LEVELS.contains(level.toUpperCase(Locale.ROOT))) {
            throw new SettingsException(NAME + " must be " + String.join(" or ", LEVELS) + ", was \"" + level + "\"");
        }
    }
}
