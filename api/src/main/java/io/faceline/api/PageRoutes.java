package io.faceline.api;

import io.faceline.runtime.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The web page, from the resources of module ui. */
final class PageRoutes implements Routes {
    private static final String PAGE = "/io/faceline/ui/index.html";

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/", PageRoutes::page);
    }

    private static void page(Context context) {
        try (var page = PageRoutes.class.getResourceAsStream(PAGE)) {
            if (page == null) {
                throw new IllegalStateException(PAGE + " is missing: module ui is not on the class path");
            }
            context.html(new String(page.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
