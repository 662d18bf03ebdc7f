package io.faceline.api.alertrules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.faceline.alerting.definition.DefinitionKind;
import io.faceline.api.alertrules.change.ChangeDefinitions;
import io.faceline.api.alertrules.table.DefinitionTable;
import io.faceline.runtime.http.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.function.Consumer;
import java.util.function.Function;

/** Lists, creates, replaces and deletes rules, lists, groups or receivers. */
final class DefinitionRoutes<T> implements Routes {
    private final String path;
    private final DefinitionKind<T> kind;
    private final DefinitionTable<T> table;
    private final ChangeDefinitions changes;
    private final Consumer<Context> mayLook;
    private final Function<T, ObjectNode> view;
    private final AlertAccess access;
    private final InTurn inTurn;

    /**
     * @param mayLook throws a problem for who may not
     * @param view without secrets
     */
    DefinitionRoutes(
            String path,
            DefinitionKind<T> kind,
            DefinitionTable<T> table,
            ChangeDefinitions changes,
            Consumer<Context> mayLook,
            Function<T, ObjectNode> view,
            AlertAccess access,
            InTurn inTurn) {
        this.path = path;
        this.kind = kind;
        this.table = table;
        this.changes = changes;
        this.mayLook = mayLook;
        this.view = view;
        this.access = access;
        this.inTurn = inTurn;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        var one = path + "/{id}";
        routes.get(path, this::list)
                .post(path, this::create)
                .get(one, this::one)
                .put(one, this::replace)
                .delete(one, this::delete);
    }

    private void list(Context context) {
        mayLook.accept(context);
        Page.of(context, table.all(), this::key, Page.BY_NAME, view).answer(context);
    }

    private Page.Key key(T value) {
        return new Page.Key(kind.name(value), kind.id(value));
    }

    private void one(Context context) {
        mayLook.accept(context);
        var found = table.find(context.pathParam("id")).orElseThrow(() -> ChangeDefinitions.noSuch(kind));
        Page.answer(context, view.apply(found));
    }

    private void create(Context context) {
        access.requireAdmin(context);
        var given = AlertBody.json(context);
        var key = SigningKey.fill(given);
        inTurn.change(context, () -> changes.create(kind, given), made -> {
            context.status(201).header("Location", path + "/" + kind.id(made));
            Page.answer(context, key.shownIn(view.apply(made)));
        });
    }

    private void replace(Context context) {
        access.requireAdmin(context);
        var id = context.pathParam("id");
        var given = AlertBody.json(context);
        var key = SigningKey.fill(given);
        inTurn.change(
                context,
                () -> changes.replace(kind, id, given),
                made -> Page.answer(context, key.shownIn(view.apply(made))));
    }

    private void delete(Context context) {
        access.requireAdmin(context);
        var id = context.pathParam("id");
        inTurn.change(context, () -> changes.delete(kind, id));
    }
}
