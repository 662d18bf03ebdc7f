package io.faceline.web.limits;

import io.faceline.runtime.http.Routes;
import io.javalin.config.RoutesConfig;

/** Routes to stand behind the filter that is tested: what is sent comes back. */
final class EchoRoutes implements Routes {
    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/file", context -> context.result("file"))
                .get("/api/v1/echo", context -> context.result("here"))
                .post("/api/v1/echo", context -> context.result(context.bodyAsBytes()))
                .post("/api/v1/sessions", context -> context.status(201));
    }
}
