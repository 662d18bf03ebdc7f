package io.faceline.web.limits;

import io.faceline.runtime.http.HttpSettings;
import io.faceline.runtime.http.Routes;
import io.faceline.runtime.settings.Settings;
import io.faceline.web.access.Access;
import io.faceline.web.access.AccessSettings;
import io.faceline.web.idempotency.IdempotencyKeys;
import java.util.List;

/** Filters of all routes of a public HTTP server. */
public final class RequestFilters {
    private RequestFilters() {}

    /** The filters, which must be added before all other routes. */
    public static List<Routes> routes(Settings settings, HttpSettings http) {
        var limits = LimitSettings.from(settings);
        var access = new Access(AccessSettings.from(settings));
        return List.of(
                new TokenGuesses(access, limits, System::nanoTime),
                new RequestRates(new CallerKeys(access, limits), limits, System::nanoTime),
                new RequestMemoryLimit(limits.bodiesBytes(), http.maxBodyBytes()),
                new IdempotencyKeys(access, System::nanoTime));
    }
}
