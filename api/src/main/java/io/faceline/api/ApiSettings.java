package io.faceline.api;

import io.faceline.runtime.Settings;
import io.faceline.runtime.access.AccessSettings;
import java.time.Duration;

/**
 * What can be set of the api.
 *
 * @param changeTimeout after this time without an answer of the matcher a change counts as not made
 * @param access who may do what over HTTP
 */
public record ApiSettings(Duration changeTimeout, AccessSettings access) {
    public static ApiSettings from(Settings settings) {
        return new ApiSettings(
                settings.duration("FACELINE_CHANGE_TIMEOUT", Duration.ofSeconds(10)), AccessSettings.from(settings));
    }
}
