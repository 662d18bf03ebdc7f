package io.faceline.api.rules;

import io.faceline.contracts.face.Identification;
import io.faceline.contracts.face.PortraitRules;
import io.faceline.runtime.http.Routes;
import io.faceline.tracking.NamingRules;
import io.javalin.config.RoutesConfig;

/** {@code GET /api/v1/rules}: the rules that the server applies, for clients that judge faces themselves, such as the web page. */
public final class RulesRoutes implements Routes {
    static final String PATH = "/api/v1/rules";

    private final Rules rules;

    public RulesRoutes(PortraitRules portrait, RetentionView retention) {
        this.rules = new Rules(Identification.SURE_CONFIDENCE, NamingRules.MEASURED, portrait, retention);
    }

    /**
     * @param sureConfidence a match of at least this confidence is certain
     * @param naming when several frames name a face
     * @param portrait what a photo must be to be enrolled
     * @param retention how long personal data is kept
     */
    record Rules(double sureConfidence, NamingRules naming, PortraitRules portrait, RetentionView retention) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(PATH, context -> context.json(rules));
    }
}
