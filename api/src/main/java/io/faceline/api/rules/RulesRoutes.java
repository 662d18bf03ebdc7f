package io.faceline.api.rules;

import io.faceline.contracts.face.Identification;
import io.faceline.runtime.http.Routes;
import io.javalin.config.RoutesConfig;

/** {@code GET /api/v1/rules}: what the server judges by, for clients that judge too, such as the page. */
public final class RulesRoutes implements Routes {
    static final String PATH = "/api/v1/rules";

    private final Rules rules = new Rules(Identification.SURE_CONFIDENCE);

    /** @param sureConfidence from which on a match is shown as sure */
    record Rules(double sureConfidence) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(PATH, context -> context.json(rules));
    }
}
