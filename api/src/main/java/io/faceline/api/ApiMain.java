package io.faceline.api;

import io.faceline.runtime.service.ServiceMain;
import io.faceline.web.access.LateEndedSessions;
import io.faceline.web.limits.RequestFilters;

/** Runs the api as a process. */
public final class ApiMain {
    private ApiMain() {}

    public static void main(String... arguments) {
        var ended = new LateEndedSessions();
        ServiceMain.run(settings -> RequestFilters.routes(settings, ended), (settings, kafka) -> {
            var api = ApiSettings.from(settings);
            return () -> {
                var opened = new Api(api, kafka);
                ended.become(opened.sessions());
                return opened;
            };
        });
    }
}
