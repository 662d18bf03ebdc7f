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
 * @param sessionKey makes and proves the secrets of sessions; the same in all services that serve HTTP
 */
public record AccessSettings(
        Optional<String> adminToken,
        Duration sessionExpiry,
        SharedGallery sharedGallery,
        Optional<SessionKey> sessionKey) {
    private static final int MIN_TOKEN_LENGTH = 16;

    /** With the default for the shared gallery. */
    public AccessSettings(Optional<String> adminToken, Duration sessionExpiry, Optional<SessionKey> sessionKey) {
        this(adminToken, sessionExpiry, SharedGallery.AUTO, sessionKey);
    }

    /**
     * {@code FACELINE_ADMIN_TOKEN}, {@code FACELINE_SESSION_EXPIRY}, {@code FACELINE_SHARED_GALLERY} and
     * {@code FACELINE_SESSION_KEY}.
     */
    public static AccessSettings from(Settings settings) {
        var token = settings.optional("FACELINE_ADMIN_TOKEN");
        if (token.filter(text -> text.length() < MIN_TOKEN_LENGTH).isPresent()) {
            // The value must not appear in a log.
            throw new SettingsException("FACELINE_ADMIN_TOKEN must have at least " + MIN_TOKEN_LENGTH + " characters");
        }
        return new AccessSettings(
                token,
                settings.duration("FACELINE_SESSION_EXPIRY", Duration.ofHours(24)),
                settings.choice("FACELINE_SHARED_GALLERY", SharedGallery.AUTO),
                settings.optional(SessionKey.SETTING).map(SessionKey::parse));
    }

    /** @throws SettingsException without a key, which a process that serves HTTP needs */
    public SessionKey requireSessionKey() {
        return sessionKey.orElseThrow(() -> new SettingsException(SessionKey.SETTING
                + " must be set, to the same value for ingest and api; make one with: openssl rand -hex 32"));
    }

    /** Omits token and key. */
    @Override
    public String toString() {
        return "AccessSettings[sessionExpiry=" + sessionExpiry + ", sharedGallery=" + sharedGallery + "]";
    }
}
