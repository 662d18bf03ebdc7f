package io.faceline.api.cameras;

import io.faceline.api.cameras.table.CameraReaders;
import io.faceline.api.cameras.view.CameraViews;
import io.faceline.api.events.EventStreams;
import io.faceline.runtime.http.Routes;
import io.faceline.web.view.PersonNames;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.InstantSource;

/** {@code GET /api/v1/cameras/events}: streams what all cameras do and see. */
final class CameraEventRoutes implements Routes {
    private final CameraAccess access;
    private final CameraReaders known;
    private final CameraViews views;
    private final PersonNames names;
    private final EventStreams streams;
    private final InstantSource clock;

    CameraEventRoutes(
            CameraAccess access,
            CameraReaders known,
            CameraViews views,
            PersonNames names,
            EventStreams streams,
            InstantSource clock) {
        this.access = access;
        this.known = known;
        this.views = views;
        this.names = names;
        this.streams = streams;
        this.clock = clock;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(CameraRoutes.PATH + "/events", this::events);
    }

    private void events(Context context) {
        var caller = access.requireViewer(context);
        var visible = names.listing(caller.seesSharedGallery());
        streams.open(context, caller, new CameraFeed(known, views, caller.isAdmin(), visible, clock));
    }
}
