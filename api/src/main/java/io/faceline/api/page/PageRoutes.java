package io.faceline.api.page;

import io.faceline.runtime.http.ProblemException;
import io.faceline.runtime.http.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;

/** Serves the web page: {@code /} and its modules, styles and icons under {@code /ui}. */
public final class PageRoutes implements Routes {
    private final PageFiles files = new PageFiles();

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/", context -> send(context, "index.html"))
                .get(
                        "/ui/{folder}/{file}",
                        context -> send(context, context.pathParam("folder") + "/" + context.pathParam("file")));
    }

    /** Makes browsers revalidate each file, so that a page never mixes files of two versions. */
    private void send(Context context, String name) {
        var file =
                files.find(name).orElseThrow(() -> new ProblemException(404, "NOT_FOUND", "the page has no such file"));
        context.header("Cache-Control", "no-cache").header("ETag", file.tag());
        if (file.tag().equals(context.header("If-None-Match"))) {
            context.status(HttpStatus.NOT_MODIFIED);
        } else {
            file.content().send(context);
        }
    }
}
