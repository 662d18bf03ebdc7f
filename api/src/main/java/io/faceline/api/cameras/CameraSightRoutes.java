package io.faceline.api.cameras;

import io.faceline.api.cameras.table.CameraPreviews;
import io.faceline.api.cameras.table.CameraTracks;
import io.faceline.api.cameras.view.SeenTrack;
import io.faceline.contracts.camera.CameraPreview;
import io.faceline.runtime.http.ProblemException;
import io.faceline.runtime.http.Routes;
import io.faceline.web.view.PersonNames;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** {@code /api/v1/cameras/{id}/latest.jpg} and {@code /tracks}: what a camera sees and saw. */
final class CameraSightRoutes implements Routes {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
    private static final int DEFAULT_AGE = 10;
    private static final int MAX_AGE = 3600;
    private static final int DEFAULT_TRACKS = 20;

    private final CameraAccess access;
    private final CameraPreviews previews;
    private final CameraTracks tracks;
    private final PersonNames names;
    private final InstantSource clock;

    CameraSightRoutes(
            CameraAccess access, CameraPreviews previews, CameraTracks tracks, PersonNames names, InstantSource clock) {
        this.access = access;
        this.previews = previews;
        this.tracks = tracks;
        this.names = names;
        this.clock = clock;
    }

    record TrackList(List<SeenTrack> tracks) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(CameraRoutes.ONE + "/latest.jpg", this::latest).get(CameraRoutes.ONE + "/tracks", this::tracks);
    }

    private void latest(Context context) {
        access.requireViewer(context);
        var camera = access.camera(context);
        var maxAge = Duration.ofSeconds(number(context, "maxAge", DEFAULT_AGE, MAX_AGE));
        var preview = previews.find(camera.id())
                .filter(known -> age(known).compareTo(maxAge) <= 0)
                .orElseThrow(() -> ProblemException.later(
                        503,
                        "PICTURE_TOO_OLD",
                        "the camera has no picture that is at most " + maxAge.toSeconds()
                                + " seconds old; its state says" + " why",
                        RETRY_AFTER));
        context.contentType("image/jpeg")
                .header("Cache-Control", "no-store")
                .header("Age", Long.toString(age(preview).toSeconds()))
                .header(
                        "Last-Modified",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                preview.capturedAt().atOffset(ZoneOffset.UTC)))
                .header("X-Captured-At", preview.capturedAt().toString())
                .result(preview.jpeg().inputStream());
    }

    /** Clocks of two machines differ; nothing is younger than now. */
    private Duration age(CameraPreview preview) {
        var age = Duration.between(preview.capturedAt(), clock.instant());
        return age.isNegative() ? Duration.ZERO : age;
    }

    private void tracks(Context context) {
        var caller = access.requireViewer(context);
        var camera = access.camera(context);
        var limit = number(context, "limit", DEFAULT_TRACKS, CameraTracks.MAX_TRACKS);
        var visible = names.listing(caller.seesSharedGallery());
        CameraRoutes.answer(
                context,
                new TrackList(tracks.of(camera, clock.instant()).stream()
                        .limit(limit)
                        .map(track -> SeenTrack.of(track, visible))
                        .toList()));
    }

    private static int number(Context context, String name, int byDefault, int max) {
        var text = context.queryParam(name);
        if (text == null) {
            return byDefault;
        }
        try {
            var number = Integer.parseInt(text);
            if (number >= 1 && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Refused below.
        }
        throw new ProblemException(400, "BAD_REQUEST", name + " must be a whole number between 1 and " + max);
    }
}
