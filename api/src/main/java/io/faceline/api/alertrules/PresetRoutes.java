package io.faceline.api.alertrules;

import io.faceline.alerting.definition.Preset;
import io.faceline.alerting.definition.Presets;
import io.faceline.runtime.http.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;

/** {@code GET /api/v1/alert-rules/presets}: rules to begin with. */
final class PresetRoutes implements Routes {
    private final AlertAccess access;

    PresetRoutes(AlertAccess access) {
        this.access = access;
    }

    record PresetList(List<Preset> items) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(AlertRuleServices.RULES + "/presets", this::list);
    }

    private void list(Context context) {
        access.requireViewer(context);
        Page.answer(context, new PresetList(Presets.ALL));
    }
}
