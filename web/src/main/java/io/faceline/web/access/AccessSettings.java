package io.faceline.web.access;

import io.faceline.runtime.settings.Settings;
import io.faceline.runtime.settings.SettingsException;
import java.time.Duration;
import java.util.Optional;

/**
 * What may be set of who may do what.
 *
 * @param adminToken who shows it changes the shared gallery; without one it is read-only over HTTP
 * @param sessionExpiry a session that nobody uses for so long ends
 */
public record AccessSettings(Optional<String> adminToken, Duration sessionExpiry) {
    private static final int SHORTEST_TOKEN = 16;

    /** {@code FACELINE_ADMIN_TOKEN} and {@code FACELINE_SESSION_EXPIRY}. */
    public static AccessSettings from(Settings settings) {
        var token = settings.optional("FACELINE_ADMIN_TOKEN");
        if (token.filter(text -> text.length() < SHORTEST_TOKEN).isPresent()) {
            // The value itself must not get into a log.
            throw new SettingsException("FACELINE_ADMIN_TOKEN must have at least " + SHORTEST_TOKEN + " characters");
        }
        return new AccessSettings(token, settings.duration("FACELINE_SESSION_EXPIRY", Duration.ofHours(24)));
    }

    /** Says nothing of the token. */
    @Override
    public String toString() {
        return "AccessSettings[sessionExpiry=" + sessionExpiry + "]";
    }
}
