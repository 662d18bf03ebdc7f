package io.faceline.api.corrections;

import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.track.Correction;
import io.faceline.runtime.http.ProblemException;
import io.faceline.runtime.http.Routes;
import io.faceline.web.access.Access;
import io.faceline.web.access.PersonAccess;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;

/** {@code /api/v1/corrections}: says by hand who a track is, or is not, and takes it back. */
public final class CorrectionRoutes implements Routes {
    static final String PATH = "/api/v1/corrections";

    /** Of one session. */
    private static final int MAX_CORRECTIONS = 1000;

    private final Access access;
    private final PersonAccess people;
    private final CorrectionTable table;
    private final BiPredicate<SessionId, String> isTrack;
    private final Write write;

    /** Writes a correction, null for none; completes when it can be read. */
    @FunctionalInterface
    public interface Write extends BiFunction<String, Optional<Correction>, CompletableFuture<Void>> {}

    /** @param isTrack whether a session has a track with this id in one of its videos */
    public CorrectionRoutes(
            Access access,
            PersonAccess people,
            CorrectionTable table,
            BiPredicate<SessionId, String> isTrack,
            Write write) {
        this.access = access;
        this.people = people;
        this.table = table;
        this.isTrack = isTrack;
        this.write = write;
    }

    /** @param items newest first */
    record CorrectionList(Collection<Correction> items) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(PATH, this::list).put(PATH, this::put).delete(PATH, this::delete);
    }

    private void list(Context context) {
        var items = table.of(access.session(context)).stream()
                .sorted(Comparator.comparing(Correction::at).reversed().thenComparing(Correction::track))
                .toList();
        context.header("Cache-Control", "private, no-store").json(new CorrectionList(items));
    }

    private void put(Context context) {
        var session = access.session(context);
        var body = CorrectionBody.of(context);
        body.person().ifPresent(person -> {
            var unused = people.comparable(person.value(), context);
        });
        var correction = correction(session, body);
        requireTrack(session, correction);
        requireRoom(session, correction);
        context.future(() -> write.apply(correction.key(), Optional.of(correction))
                .thenRun(() ->
                        context.header("Cache-Control", "private, no-store").json(correction)));
    }

    private static Correction correction(SessionId session, CorrectionBody body) {
        try {
            return new Correction(
                    session,
                    source(body.track()),
                    body.track(),
                    body.not(),
                    body.person().orElse(null),
                    Instant.now());
        } catch (IllegalArgumentException e) {
            throw CorrectionBody.invalid();
        }
    }

    /** A track has the id of its source, the number of a frame and the index of a face. */
    private static String source(String track) {
        var frame = track.lastIndexOf('/');
        var source = frame < 0 ? -1 : track.lastIndexOf('/', frame - 1);
        if (source < 0) {
            throw CorrectionBody.invalid();
        }
        return track.substring(0, source);
    }

    /** The tracks of live sources are not known here: what was said of one that does not exist has no effect. */
    private void requireTrack(SessionId session, Correction correction) {
        if (Job.isId(correction.source()) && !isTrack.test(session, correction.track())) {
            throw new ProblemException(
                    404, "NO_SUCH_TRACK", "no video of yours has this track; GET /api/v1/visits lists them");
        }
    }

    private void requireRoom(SessionId session, Correction correction) {
        var known = table.of(session);
        var isNew = known.stream().noneMatch(other -> other.track().equals(correction.track()));
        if (isNew && known.size() >= MAX_CORRECTIONS) {
            throw new ProblemException(
                    409,
                    "TOO_MANY_CORRECTIONS",
                    "a session may correct at most " + MAX_CORRECTIONS + " tracks: take others back, or delete a job");
        }
    }

    private void delete(Context context) {
        var session = access.session(context);
        var track = Optional.ofNullable(context.queryParam("track")).orElseThrow(CorrectionBody::invalid);
        var isKnown = table.of(session).stream().anyMatch(known -> known.track().equals(track));
        if (!isKnown) {
            context.status(204);
            return;
        }
        context.future(() ->
                write.apply(Correction.key(session, track), Optional.empty()).thenRun(() -> context.status(204)));
    }
}
