package io.faceline.api.rules;

import io.faceline.contracts.face.Identification;
import io.faceline.contracts.face.PortraitRules;
import io.faceline.runtime.http.Routes;
import io.faceline.tracking.NamingRules;
import io.javalin.config.RoutesConfig;

/** {@code GET /api/v1/rules}: what the server judges by, for clients that judge too, such as the page. */
public final class RulesRoutes implements Routes {
    static final String PATH = "/api/v1/rules";

    private final Rules rules;

    public RulesRoutes(PortraitRules portrait) {
        this.rules = new Rules(Identification.SURE_CONFIDENCE, NamingRules.MEASURED, portrait);
    }

    /**
     * @param sureConfidence from which on a match is sure
     * @param naming when several looks at a face name somebody
     * @param portrait what a photo must be to be enrolled
     */
    record Rules(double sureConfidence, NamingRules naming, PortraitRules portrait) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(PATH, context -> context.json(rules));
    }
}
