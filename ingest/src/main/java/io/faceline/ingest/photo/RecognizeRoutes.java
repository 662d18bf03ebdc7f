package io.faceline.ingest.photo;

import io.faceline.contracts.frame.Role;
import io.faceline.runtime.http.Routes;
import io.faceline.web.view.MatchView;
import io.faceline.web.view.PersonNames;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/**
 * {@code POST /api/v1/recognize} and {@code /detect}: return the faces of one image. {@code recognize} identifies them
 * against the shared gallery and, for a caller with a session, against the people of the session.
 */
public final class RecognizeRoutes implements Routes {
    private final SessionResolver sessions;
    private final FrameRequests frames;
    private final ImageAdmission admission;
    private final PersonNames names;

    public RecognizeRoutes(
            SessionResolver sessions, FrameRequests frames, ImageAdmission admission, PersonNames names) {
        this.sessions = sessions;
        this.frames = frames;
        this.admission = admission;
        this.names = names;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/api/v1/recognize", context -> answer(context, new Role.Probe()));
        routes.post("/api/v1/detect", context -> answer(context, new Role.Detect()));
    }

    private void answer(Context context, Role role) {
        var asker = FrameRequests.Asker.of(sessions.of(context), context);
        var shown = names.listing(sessions.seesSharedGallery(context));
        var image = ImageRequest.of(context).exactly(1).get(0);
        context.future(() -> admission
                .inTurn(context, image, accepted -> frames.ask(asker, role, accepted))
                .thenAccept(match -> context.json(PhotoAnswer.of(MatchView.of(match, shown)))));
    }
}
