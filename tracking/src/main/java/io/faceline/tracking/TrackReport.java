package io.faceline.tracking;

import io.faceline.contracts.face.Decision;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.track.Look;
import io.faceline.contracts.track.TrackEnd;
import io.faceline.contracts.track.TrackIdentity;
import io.faceline.contracts.track.TrackPhase;
import io.faceline.contracts.track.TrackShot;
import io.faceline.contracts.track.TrackUpdate;
import java.util.Objects;
import java.util.Optional;

/** Makes the public record of a track, and decides when there is news. */
final class TrackReport {
    /** By which a shot must be better: the score of a face that stands still changes a little from frame to frame. */
    private static final double BETTER_SHOT = 1.1;

    /** A track is reported at least this often while the face is seen, so that readers know for how long it was. */
    private static final double INTERVAL_SECONDS = 1;

    private TrackReport() {}

    /** @param match answer to the newest frame */
    static TrackUpdate first(Track track, Match match) {
        return new TrackUpdate(
                track.id(),
                match.facts().source(),
                match.facts().session(),
                track.number(),
                TrackPhase.NEW,
                match.facts().sequence(),
                track.first(),
                track.lastConfirmed(),
                track.frames(),
                identity(track, match),
                null,
                shot(track),
                null);
    }

    /** @param match answer to the newest frame */
    static TrackUpdate next(Track track, Match match, TrackUpdate known) {
        var identity = identity(track, match);
        var former =
                named(known.identity()).filter(person -> !Optional.of(person).equals(named(identity)));
        return new TrackUpdate(
                known.id(),
                known.source(),
                known.session(),
                known.number(),
                TrackPhase.UPDATE,
                match.facts().sequence(),
                known.first(),
                track.lastConfirmed(),
                track.frames(),
                identity,
                former.orElse(null),
                shot(track),
                null);
    }

    /** The last report says what is known, which may be more than the report before. */
    static TrackUpdate last(Track track, TrackUpdate known, TrackEnd reason) {
        return new TrackUpdate(
                known.id(),
                known.source(),
                known.session(),
                known.number(),
                TrackPhase.END,
                Math.max(known.revision(), track.lastConfirmed().sequence()),
                known.first(),
                track.lastConfirmed(),
                track.frames(),
                known.identity().counting(track.voting().goodLooks()),
                null,
                shot(track),
                reason);
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

    private static TrackIdentity identity(Track track, Match match) {
        var decision = track.decision();
        var tally = decision.person().flatMap(track.voting()::of);
        return new TrackIdentity(
                decision.decision(),
                decision.person().orElse(null),
                tally.map(IdentityVoting.Tally::matches).orElse(0),
                track.voting().goodLooks(),
                tally.map(IdentityVoting.Tally::bestSimilarity).orElse(null),
                match.thresholds().match(),
                match.modelId(),
                match.galleryVersion());
    }

    private static Optional<PersonId> named(TrackIdentity identity) {
        return identity.decision() == Decision.MATCH ? Optional.ofNullable(identity.person()) : Optional.empty();
    }

    private static TrackShot shot(Track track) {
        var best = track.decisiveShot();
        return new TrackShot(
                best.frame(),
                best.sequence(),
                best.position(),
                best.box(),
                best.quality(),
                best.score(),
                best.reasons());
    }
}
