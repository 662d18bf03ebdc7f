package io.faceline.tracking;

import io.faceline.contracts.face.Decision;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.track.Look;
import io.faceline.contracts.track.TrackEnd;
import io.faceline.contracts.track.TrackIdentity;
import io.faceline.contracts.track.TrackPhase;
import io.faceline.contracts.track.TrackUpdate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the public record of a track, and decides when there is news. */
final class TrackReport {
    /** By which a shot must be better: the score of a face that stands still changes a little from frame to frame. */
    private static final double BETTER_SHOT = 1.1;

    /**
     * A track is reported about once a second while the face is seen, so that readers know for how long it was; not once in
     * two, where pictures come once a second and now and then a little early.
     */
    private static final double INTERVAL_SECONDS = 1 - FaceTracker.UNSTEADY_SECONDS;

    private TrackReport() {}

    /** @param match answer to the newest frame */
    static TrackUpdate first(Track track, Match match) {
        return of(track, Id.of(track, match), TrackPhase.NEW, match.facts().sequence(), basis(match), null, null);
    }

    /** @param match answer to the newest frame */
    static TrackUpdate next(Track track, Match match, TrackUpdate known) {
        var update = of(track, Id.of(known), TrackPhase.UPDATE, match.facts().sequence(), basis(match), null, null);
        var former =
                named(known.identity()).filter(person -> !Optional.of(person).equals(named(update.identity())));
        return former.map(person -> taking(update, person)).orElse(update);
    }

    /** What is known now, which may be more than the report before. */
    static TrackUpdate current(Track track, TrackUpdate known) {
        return of(track, Id.of(known), TrackPhase.UPDATE, revision(track, known), known.identity(), null, null);
    }

    static TrackUpdate last(Track track, TrackUpdate known, TrackEnd reason) {
        return of(track, Id.of(known), TrackPhase.END, revision(track, known), known.identity(), null, reason);
    }

    private static long revision(Track track, TrackUpdate known) {
        return Math.max(known.revision(), track.lastConfirmed().sequence());
    }

    /** What stays the same in all reports of a track. */
    private record Id(String id, String source, SessionId session) {
        static Id of(Track track, Match match) {
            return new Id(track.id(), match.facts().source(), match.facts().session());
        }

        static Id of(TrackUpdate known) {
            return new Id(known.id(), known.source(), known.session());
        }
    }

    /** @param basis has the threshold, the model and the gallery of the newest frame */
    private static TrackUpdate of(
            Track track,
            Id id,
            TrackPhase phase,
            long revision,
            TrackIdentity basis,
            @Nullable PersonId former,
            @Nullable TrackEnd end) {
        return new TrackUpdate(
                id.id(),
                id.source(),
                id.session(),
                track.number(),
                phase,
                revision,
                track.first(),
                track.lastConfirmed(),
                track.frames(),
                identity(track, basis),
                former,
                track.decisiveShot().record(),
                end);
    }

    private static TrackUpdate taking(TrackUpdate update, PersonId former) {
        return new TrackUpdate(
                update.id(),
                update.source(),
                update.session(),
                update.number(),
                update.phase(),
                update.revision(),
                update.first(),
                update.last(),
                update.frames(),
                update.identity(),
                former,
                update.shot(),
                update.end());
    }

    /** Whether somebody who knows one report sees something new in the other. */
    static boolean isNews(TrackUpdate now, TrackUpdate known) {
        var isOtherPerson = now.identity().decision() != known.identity().decision()
                || !Objects.equals(now.identity().person(), known.identity().person());
        var isBetterShot = now.shot().score() > known.shot().score() * BETTER_SHOT;
        return isOtherPerson || isBetterShot || isLater(now.last(), known.last());
    }

    private static boolean isLater(Look now, Look known) {
        return now.seconds() - known.seconds() >= INTERVAL_SECONDS;
    }

    private static TrackIdentity basis(Match match) {
        return new TrackIdentity(
                Decision.UNKNOWN,
                null,
                0,
                0,
                null,
                match.thresholds().match(),
                match.modelId(),
                match.galleryVersion());
    }

    private static TrackIdentity identity(Track track, TrackIdentity basis) {
        var said = said(track, basis);
        return track.correction() == null ? said : said.correctedBy(track.correction());
    }

    /** What the frames say. */
    private static TrackIdentity said(Track track, TrackIdentity basis) {
        var decision = track.voting().decision();
        var tally = decision.person().flatMap(track.voting()::of);
        return new TrackIdentity(
                decision.decision(),
                decision.person().orElse(null),
                tally.map(IdentityVoting.Tally::matches).orElse(0),
                track.voting().goodLooks(),
                tally.map(IdentityVoting.Tally::bestSimilarity).orElse(null),
                basis.threshold(),
                basis.modelId(),
                basis.galleryVersion(),
                null,
                tally.map(IdentityVoting.Tally::reference).orElse(null));
    }

    private static Optional<PersonId> named(TrackIdentity identity) {
        return identity.decision() == Decision.MATCH ? Optional.ofNullable(identity.person()) : Optional.empty();
    }
}
