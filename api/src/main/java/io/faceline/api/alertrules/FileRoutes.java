package io.faceline.api.alertrules;

import io.faceline.alerting.definition.DefinitionPlan;
import io.faceline.alerting.definition.DefinitionStep;
import io.faceline.alerting.definition.DefinitionsFile;
import io.faceline.api.alertrules.change.ChangeDefinitions;
import io.faceline.api.alertrules.table.AlertTables;
import io.faceline.api.lists.ListParameters;
import io.faceline.runtime.http.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;

/** {@code /api/v1/alert-definitions}: all definitions as one YAML file. */
final class FileRoutes implements Routes {
    private static final String PATH = "/api/v1/alert-definitions";

    private final AlertAccess access;
    private final AlertTables tables;
    private final ChangeDefinitions changes;
    private final InTurn inTurn;

    FileRoutes(AlertAccess access, AlertTables tables, ChangeDefinitions changes, InTurn inTurn) {
        this.access = access;
        this.tables = tables;
        this.changes = changes;
        this.inTurn = inTurn;
    }

    /** @param kind rule, list, group or receiver */
    record Step(String kind, String id, String name, DefinitionStep.Action action) {}

    /** @param dryRun whether nothing was written */
    record Answer(boolean dryRun, List<Step> changes) {
        static Answer of(DefinitionPlan plan, boolean dryRun) {
            var steps = plan.steps().stream()
                    .map(step -> new Step(step.kind().word(), step.id(), step.name(), step.action()))
                    .toList();
            return new Answer(dryRun, steps);
        }
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(PATH, this::read).put(PATH, this::write);
    }

    private void read(Context context) {
        access.requireAdmin(context);
        context.header("Cache-Control", "private, no-store")
                .contentType("application/yaml; charset=utf-8")
                .result(DefinitionsFile.write(tables.definitions()));
    }

    private void write(Context context) {
        access.requireAdmin(context);
        var replace = flag(context, "replace");
        var dryRun = flag(context, "dryRun");
        var yaml = AlertBody.yaml(context);
        inTurn.change(
                context,
                () -> changes.apply(yaml, replace, dryRun),
                plan -> Page.answer(context, Answer.of(plan, dryRun)));
    }

    private static boolean flag(Context context, String name) {
        var text = context.queryParam(name);
        if (text == null || text.equals("false")) {
            return false;
        }
        if (text.equals("true")) {
            return true;
        }
        throw ListParameters.invalid(name, "true or false");
    }
}
