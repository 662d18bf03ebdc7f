package io.faceline.web.access;

import io.faceline.runtime.settings.Settings;
import io.faceline.runtime.settings.SettingsException;
import io.faceline.web.view.JobRetention;
import java.time.Duration;
import java.util.Optional;

/**
 * Settings of authentication and sessions.
 *
 * @param adminToken allows changes to the shared gallery, which is read-only over HTTP without one
 * @param sessionExpiry idle time after which a session ends
 * @param cookieAge how long a browser keeps the secret; a session that ended before refuses it
 * @param sharedGallery who may list the shared gallery
 * @param sessionKey makes and proves the secrets of sessions; the same in all services that serve HTTP
 */
public record AccessSettings(
        Optional<String> adminToken,
        Duration sessionExpiry,
        Duration cookieAge,
        SharedGallery sharedGallery,
        Optional<SessionKey> sessionKey) {
    private static final int MIN_TOKEN_LENGTH = 16;

    /** With the default for the shared gallery, and nothing that outlives an idle session. */
    public AccessSettings(Optional<String> adminToken, Duration sessionExpiry, Optional<SessionKey> sessionKey) {
        this(adminToken, sessionExpiry, sessionExpiry, SharedGallery.AUTO, sessionKey);
    }

    /**
     * {@code FACELINE_ADMIN_TOKEN}, {@code FACELINE_SESSION_EXPIRY}, {@code FACELINE_SHARED_GALLERY},
     * {@code FACELINE_SESSION_KEY}, and how long jobs are kept, whose session does not end before.
     */
    public static AccessSettings from(Settings settings) {
        var token = settings.optional("FACELINE_ADMIN_TOKEN");
        if (token.filter(text -> text.length() < MIN_TOKEN_LENGTH).isPresent()) {
            // The value must not appear in a log.
            throw new SettingsException("FACELINE_ADMIN_TOKEN must have at least " + MIN_TOKEN_LENGTH + " characters");
        }
        var expiry = settings.duration("FACELINE_SESSION_EXPIRY", Duration.ofHours(24));
        var keptJobs = JobRetention.from(settings).kept();
        return new AccessSettings(
                token,
                expiry,
                keptJobs.compareTo(expiry) > 0 ? keptJobs : expiry,
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
