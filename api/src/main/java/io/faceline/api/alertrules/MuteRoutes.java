package io.faceline.api.alertrules;

import io.faceline.api.alertrules.change.ChangeMutes;
import io.faceline.contracts.alert.Mute;
import io.faceline.runtime.http.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** {@code /api/v1/mutes}: what is not told for a while. */
final class MuteRoutes implements Routes {
    private static final String PATH = "/api/v1/mutes";

    private final AlertAccess access;
    private final ChangeMutes changes;
    private final InTurn inTurn;

    MuteRoutes(AlertAccess access, ChangeMutes changes, InTurn inTurn) {
        this.access = access;
        this.changes = changes;
        this.inTurn = inTurn;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(PATH, this::list).post(PATH, this::create).delete(PATH + "/{id}", this::end);
    }

    private void list(Context context) {
        access.requireViewer(context);
        Page.of(context, changes.current(), MuteRoutes::key, Page.BY_NAME, mute -> mute)
                .answer(context);
    }

    /** By their ends. */
    private static Page.Key key(Mute mute) {
        return new Page.Key(Long.toString(mute.until().toEpochMilli()), mute.id());
    }

    private void create(Context context) {
        access.requireAdmin(context);
        var given = AlertBody.json(context);
        inTurn.change(context, () -> changes.create(given), mute -> {
            context.status(201).header("Location", PATH + "/" + mute.id());
            Page.answer(context, mute);
        });
    }

    private void end(Context context) {
        access.requireAdmin(context);
        var id = context.pathParam("id");
        inTurn.change(context, () -> changes.end(id));
    }
}
