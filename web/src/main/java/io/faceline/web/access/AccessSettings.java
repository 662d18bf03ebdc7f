package io.faceline.web.access;

import io.faceline.runtime.settings.Settings;
import io.faceline.runtime.settings.SettingsException;
import java.time.Duration;
import java.util.Optional;

/**
 * Settings of authentication and sessions.
 *
 * @param adminToken allows changes to the shared gallery, which is read-only over HTTP without one
 * @param sessionExpiry idle time after which a session ends
 * @param sharedGallery who may list the shared gallery
 */
public record AccessSettings(Optional<String> adminToken, Duration sessionExpiry, SharedGallery sharedGallery) {
    private static final int MIN_TOKEN_LENGTH = 16;

    /** With the default for the shared gallery. */
    public AccessSettings(Optional<String> adminToken, Duration sessionExpiry) {
        this(adminToken, sessionExpiry, SharedGallery.AUTO);
    }

    /** {@code FACELINE_ADMIN_TOKEN}, {@code FACELINE_SESSION_EXPIRY} and {@code FACELINE_SHARED_GALLERY}. */
    public static AccessSettings from(Settings settings) {
        var token = settings.optional("FACELINE_ADMIN_TOKEN");
        if (token.filter(text -> text.length() < MIN_TOKEN_LENGTH).isPresent()) {
            // The value must not appear in a log.
            throw new SettingsException("FACELINE_ADMIN_TOKEN must have at least " + MIN_TOKEN_LENGTH + " characters");
        }
        return new AccessSettings(
                token,
                settings.duration("FACELINE_SESSION_EXPIRY", Duration.ofHours(24)),
                settings.choice("FACELINE_SHARED_GALLERY", SharedGallery.AUTO));
    }

    /** Omits the token. */
    @Override
    public String toString() {
        return "AccessSettings[sessionExpiry=" + sessionExpiry + ", sharedGallery=" + sharedGallery + "]";
    }
}
