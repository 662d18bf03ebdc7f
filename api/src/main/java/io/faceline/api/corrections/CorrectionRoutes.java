package io.faceline.api.corrections;

import io.faceline.contracts.track.Correction;
import io.faceline.runtime.http.ProblemException;
import io.faceline.runtime.http.Routes;
import io.faceline.web.access.Access;
import io.faceline.web.access.PersonAccess;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;

/** {@code /api/v1/corrections}: says by hand who tracks are, or are not, and takes it back. */
public final class CorrectionRoutes implements Routes {
    static final String PATH = "/api/v1/corrections";

    /** More would not fit into a URL. */
    private static final int MAX_TRACKS_IN_URL = 50;

    private final Access access;
    private final CorrectionTable table;
    private final CheckCorrections check;
    private final Write write;

    /** Writes corrections by their keys, empty for none; completes when they can be read. */
    @FunctionalInterface
    public interface Write extends Function<Map<String, Optional<Correction>>, CompletableFuture<Void>> {}

    /** @param isOfTrack whether the session of a correction has its track in one of its videos */
    public CorrectionRoutes(
            Access access, PersonAccess people, CorrectionTable table, Predicate<Correction> isOfTrack, Write write) {
        this.access = access;
        this.table = table;
        this.check = new CheckCorrections(people, table, isOfTrack);
        this.write = write;
    }

    /** The corrections of a session, or those that a request made. */
    record CorrectionList(Collection<Correction> items) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(PATH, this::list).put(PATH, this::put).delete(PATH, this::delete);
    }

    private void list(Context context) {
        var items = table.of(access.session(context)).stream()
                .sorted(Comparator.comparing(Correction::at).reversed().thenComparing(Correction::track))
                .toList();
        answer(context, new CorrectionList(items));
    }

    private void put(Context context) {
        var session = access.session(context);
        var body = CorrectionBody.of(context);
        var said = check.of(session, body, context);
        var made = said.values().stream().flatMap(Optional::stream).toList();
        context.future(() -> write.apply(said)
                .thenRun(() -> answer(context, body.isList() ? new CorrectionList(made) : made.get(0))));
    }

    private void delete(Context context) {
        var session = access.session(context);
        var takenBack = new LinkedHashMap<String, Optional<Correction>>();
        tracks(context).stream()
                .flatMap(track -> table.of(session, track).stream())
                .forEach(known -> takenBack.put(known.key(), Optional.empty()));
        if (takenBack.isEmpty()) {
            context.status(204);
            return;
        }
        context.future(() -> write.apply(takenBack).thenRun(() -> context.status(204)));
    }

    private static List<String> tracks(Context context) {
        var tracks = context.queryParams("track");
        if (tracks.isEmpty() || tracks.size() > MAX_TRACKS_IN_URL) {
            throw new ProblemException(
                    400,
                    "BAD_REQUEST",
                    "name 1 to " + MAX_TRACKS_IN_URL
                            + " tracks as ?track=…&track=…; to take back more at once, PUT {\"items\":"
                            + "[{\"track\":\"…\",\"not\":[]}]}");
        }
        return tracks;
    }

    private static void answer(Context context, Object value) {
        context.header("Cache-Control", "private, no-store").json(value);
    }
}
