package io.faceline.alerting.judge.track;

import io.faceline.contracts.OmittedIfAbsent;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertId;
import io.faceline.contracts.alert.AlertIdentity;
import io.faceline.contracts.alert.AlertScope;
import io.faceline.contracts.alert.AlertSubject;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.track.TrackShot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A subject in view at a scope, without being away for longer than the hold of the rule.
 *
 * @param opening the track that began it
 * @param alert its own; that on which it was counted; or the crowd's
 * @param tracks of it, the one that began it first; at most {@link Alert#MAX_TRACKS}
 * @param goOn its tracks that have not ended
 * @param ended number of its tracks that ended
 * @param isSure whether it was looked at well enough
 * @param replaces the alert that its first track had before
 */
record Visit(
        AlertSubject subject,
        AlertScope scope,
        String opening,
        VisitStage stage,
        @OmittedIfAbsent @Nullable AlertId alert,
        List<String> tracks,
        List<String> goOn,
        int ended,
        Seen seen,
        Face face,
        boolean isSure,
        @OmittedIfAbsent @Nullable AlertId replaces) {
    Visit {
        tracks = List.copyOf(tracks);
        goOn = List.copyOf(goOn);
    }

    /**
     * When and where it is seen.
     *
     * @param source where it was last seen
     * @param first inclusive, in the time of the looks, as are the others
     * @param seconds in view within the hours of the rule
     * @param judgedAt by the clock of this machine, when the last look was judged
     */
    record Seen(
            String source,
            SessionId session,
            boolean isFilm,
            Instant first,
            Instant last,
            double seconds,
            Instant judgedAt) {}

    /**
     * What is known of the face.
     *
     * @param identity of the best track, {@code identityTrack}
     * @param shotAt the look since which a better shot may be told
     */
    record Face(AlertIdentity identity, String identityTrack, TrackShot shot, String shotTrack, Instant shotAt) {}

    String key() {
        return opening + "|" + scope + "|" + subject;
    }

    boolean isOfKnown() {
        return subject.person().isPresent();
    }

    boolean isInView() {
        return !goOn.isEmpty();
    }

    /** Whether a look is so near that it belongs to the visit. */
    boolean reaches(Instant look, Duration hold) {
        return !look.isAfter(seen.last.plus(hold)) && !look.isBefore(seen.first.minus(hold));
    }

    boolean isOverAt(Instant time, Duration hold) {
        return goOn.isEmpty() && time.isAfter(seen.last.plus(hold));
    }

    Visit in(VisitStage next, @Nullable AlertId its) {
        return new Visit(subject, scope, opening, next, its, tracks, goOn, ended, seen, face, isSure, replaces);
    }

    Visit with(Seen changed) {
        return new Visit(subject, scope, opening, stage, alert, tracks, goOn, ended, changed, face, isSure, replaces);
    }

    Visit with(Face changed, boolean sure) {
        return new Visit(subject, scope, opening, stage, alert, tracks, goOn, ended, seen, changed, sure, replaces);
    }

    Visit joinedBy(String track) {
        var all = new ArrayList<>(tracks);
        if (!all.contains(track)) {
            all.add(track);
        }
        if (all.size() > Alert.MAX_TRACKS) {
            all.remove(1);
        }
        var more = new ArrayList<>(goOn);
        more.add(track);
        return new Visit(subject, scope, opening, stage, alert, all, more, ended, seen, face, isSure, replaces);
    }

    Visit endOf(String track) {
        return new Visit(
                subject,
                scope,
                opening,
                stage,
                alert,
                tracks,
                without(goOn, track),
                ended + 1,
                seen,
                face,
                isSure,
                replaces);
    }

    /** Without a track that is of somebody else. */
    Visit without(String track) {
        return new Visit(
                subject,
                scope,
                opening,
                stage,
                alert,
                opening.equals(track) ? tracks : without(tracks, track),
                without(goOn, track),
                ended,
                seen,
                face,
                isSure,
                replaces);
    }

    private static List<String> without(List<String> all, String one) {
        return all.stream().filter(each -> !each.equals(one)).toList();
    }
}
