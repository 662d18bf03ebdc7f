package io.faceline.api;

import io.faceline.runtime.service.ServiceMain;
import io.faceline.web.limits.RequestFilters;

/** Runs the api as a process. */
public final class ApiMain {
    private ApiMain() {}

    public static void main(String... arguments) {
        ServiceMain.run(RequestFilters::routes, (settings, kafka) -> {
            var api = ApiSettings.from(settings);
            return () -> new Api(api, kafka);
        });
    }
}
