package io.faceline.api.docs;

import io.faceline.runtime.http.ProblemException;
import io.faceline.runtime.http.Routes;
import io.faceline.runtime.http.StaticContent;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Serves {@code /openapi.json} and {@code /asyncapi.json}, and Swagger UI from its WebJar at {@code /docs}, reduced to the files that the page
 * needs.
 */
public final class DocsRoutes implements Routes {
    private static final String SWAGGER_UI = "/META-INF/resources/webjars/swagger-ui/5.31.0/";
    private static final String CSS = "text/css; charset=utf-8";
    private static final String JAVASCRIPT = "text/javascript; charset=utf-8";

    private static final Asset PAGE = new Asset("page.html", "text/html; charset=utf-8");
    private static final Map<String, Asset> ASSETS = Map.of(
            "page.js", new Asset("page.js", JAVASCRIPT),
            "page.css", new Asset("page.css", CSS),
            "swagger-ui.css", new Asset(SWAGGER_UI + "swagger-ui.css", CSS),
            "swagger-ui-bundle.js", new Asset(SWAGGER_UI + "swagger-ui-bundle.js", JAVASCRIPT));

    /** Read on first use, which most servers never see. */
    private final Map<Asset, StaticContent> read = new ConcurrentHashMap<>();

    /** By name, converted on first use, which most servers never see. */
    private final Map<String, StaticContent> documents = new ConcurrentHashMap<>();

    private record Asset(String resource, String contentType) {
        StaticContent read() {
            try (var in = DocsRoutes.class.getResourceAsStream(resource)) {
                if (in == null) {
                    throw new IllegalStateException(resource + " is missing");
                }
                return new StaticContent(contentType, in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/openapi.json", context -> document("openapi", OpenApiDocument::json)
                        .send(context))
                .get("/asyncapi.json", context -> document("asyncapi", AsyncApiDocument::json)
                        .send(context))
                .get("/docs", context -> send(context, PAGE))
                .get("/docs/{file}", context -> send(context, asset(context.pathParam("file"))));
    }

    private StaticContent document(String name, Supplier<byte[]> json) {
        return documents.computeIfAbsent(name, any -> new StaticContent("application/json", json.get()));
    }

    private static Asset asset(String name) {
        return Optional.ofNullable(ASSETS.get(name))
                .orElseThrow(() -> new ProblemException(404, "NOT_FOUND", "the page /docs has no such file"));
    }

    private void send(Context context, Asset asset) {
        // Expires soon: another version of the server may have another page.
        context.header("Cache-Control", "max-age=600");
        read.computeIfAbsent(asset, Asset::read).send(context);
    }
}
