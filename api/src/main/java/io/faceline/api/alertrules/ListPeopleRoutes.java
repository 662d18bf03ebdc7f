package io.faceline.api.alertrules;

import io.faceline.alerting.definition.DefinitionKind;
import io.faceline.alerting.definition.DefinitionTrees;
import io.faceline.api.alertrules.change.ChangeDefinitions;
import io.faceline.runtime.http.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** {@code /api/v1/watch-lists/{id}/people/{person}}: puts somebody on a list and takes them off. */
final class ListPeopleRoutes implements Routes {
    private static final String PATH = AlertRuleServices.LISTS + "/{id}/people/{person}";

    private final AlertAccess access;
    private final ChangeDefinitions changes;
    private final InTurn inTurn;

    ListPeopleRoutes(AlertAccess access, ChangeDefinitions changes, InTurn inTurn) {
        this.access = access;
        this.changes = changes;
        this.inTurn = inTurn;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.put(PATH, context -> change(context, true)).delete(PATH, context -> change(context, false));
    }

    private void change(Context context, boolean isOn) {
        access.requireAdmin(context);
        var list = context.pathParam("id");
        var person = context.pathParam("person");
        inTurn.change(
                context,
                () -> changes.list(list, person, isOn),
                made -> Page.answer(context, DefinitionTrees.whole(DefinitionKind.LIST, made)));
    }
}
