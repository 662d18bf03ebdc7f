package io.faceline.ingest.photo;

import io.faceline.contracts.frame.Role;
import io.faceline.runtime.http.Routes;
import io.faceline.web.view.MatchView;
import io.faceline.web.view.PersonNames;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/**
 * {@code POST /api/v1/recognize} and {@code /detect}: one image in, its faces out, and who they are: of the shared gallery,
 * and of the caller's own people where the caller has a session.
 */
public final class RecognizeRoutes implements Routes {
    private final SessionResolver sessions;
    private final FrameRequests frames;
    private final ImageAdmission taken;
    private final PersonNames names;

    public RecognizeRoutes(SessionResolver sessions, FrameRequests frames, ImageAdmission taken, PersonNames names) {
        this.sessions = sessions;
        this.frames = frames;
        this.taken = taken;
        this.names = names;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/api/v1/recognize", context -> answer(context, new Role.Probe()));
        routes.post("/api/v1/detect", context -> answer(context, new Role.Detect()));
    }

    private void answer(Context context, Role role) {
        var session = sessions.of(context);
        var images = ImageRequest.of(context).exactly(1);
        context.future(() -> taken.inTurn(context, images, accepted -> frames.ask(session, role, accepted.get(0)))
                .thenAccept(match -> context.json(MatchView.of(match, names))));
    }
}
