package io.faceline.web.limits;

import io.faceline.runtime.http.Routes;
import io.faceline.runtime.settings.Settings;
import io.faceline.web.access.Access;
import io.faceline.web.access.AccessSettings;
import io.faceline.web.access.EndedSessions;
import io.faceline.web.idempotency.IdempotencyKeys;
import java.util.List;

/** Filters of all routes of a public HTTP server. */
public final class RequestFilters {
    private RequestFilters() {}

    /**
     * The filters, which must be added before all other routes.
     *
     * @throws io.faceline.runtime.settings.SettingsException without a session key, or when a setting is invalid
     */
    public static List<Routes> routes(Settings settings, EndedSessions ended) {
        var limits = LimitSettings.from(settings);
        var access = new Access(AccessSettings.from(settings), ended);
        return List.of(
                new TokenGuesses(access, limits, System::nanoTime),
                new RequestRates(new CallerKeys(access, limits), limits, System::nanoTime),
                new IdempotencyKeys(access, System::nanoTime));
    }
}
