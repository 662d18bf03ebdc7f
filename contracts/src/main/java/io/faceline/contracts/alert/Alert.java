package io.faceline.contracts.alert;

import io.faceline.contracts.Checks;
import io.faceline.contracts.OmittedIfAbsent;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.rule.RuleId;
import io.faceline.contracts.rule.RulePriority;
import io.faceline.contracts.track.TrackShot;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * That a rule holds, and since when: topic {@code alerts}, public JSON, compacted and deleted. Key: the id. Each record is a
 * revision that replaces those before. Carries person ids and never a name. Times are those of the looks.
 *
 * @param revision from 1
 * @param reason why it is closed; absent while it is open
 * @param changes what is new since the revision before
 * @param notifies whether somebody should be told of this revision
 * @param source where it was last seen; absent for a deadline
 * @param tracks ids, the one that opened it first; at most 50, the newest
 * @param zone of the rule, for showing the times
 * @param secondsInView of looks within the hours of the rule
 * @param identity who it is, by the best track; absent for a deadline and a camera
 * @param shot whose picture is in {@code alert-shots}, if it is there
 * @param count visits that were not told, or people of a crowd
 * @param level number of the levels that were reached
 * @param ageMillis from the last look to the writing of this revision
 * @param late whether that was too long to be news
 * @param replaces another alert of the same track, which was wrong
 * @param was whom it was thought to be before it was corrected
 */
public record Alert(
        AlertId id,
        long revision,
        AlertState state,
        @OmittedIfAbsent @Nullable AlertReason reason,
        List<AlertNews> changes,
        boolean notifies,
        RulePriority priority,
        RuleId rule,
        long ruleRevision,
        AlertKind kind,
        AlertSubject subject,
        AlertScope scope,
        @OmittedIfAbsent @Nullable String source,
        List<String> tracks,
        Instant firstSeen,
        Instant lastSeen,
        String zone,
        double secondsInView,
        @OmittedIfAbsent @Nullable AlertIdentity identity,
        @OmittedIfAbsent @Nullable TrackShot shot,
        long count,
        int level,
        @OmittedIfAbsent @Nullable Acknowledgement acknowledged,
        boolean muted,
        boolean late,
        long ageMillis,
        @OmittedIfAbsent @Nullable AlertId replaces,
        @OmittedIfAbsent @Nullable PersonId was,
        Instant openedAt,
        Instant writtenAt) {
    public static final int MAX_TRACKS = 50;

    /** What somebody is told of; an end only if a receiver asks. */
    private static final Set<AlertNews> TOLD = Set.of(
            AlertNews.OPENED,
            AlertNews.REOPENED,
            AlertNews.NAME_SURER,
            AlertNews.NAME_CORRECTED,
            AlertNews.LEVEL,
            AlertNews.ARRIVED,
            AlertNews.REMINDER,
            AlertNews.ERASED);

    public Alert {
        changes = List.copyOf(changes);
        tracks = List.copyOf(tracks);
        Checks.require(revision >= 1, "a revision must be at least 1, was " + revision);
        Checks.require(
                state == AlertState.UNKNOWN || (state == AlertState.CLOSED) == (reason != null),
                "a reason is required of a closed alert alone, was " + reason + " in " + state);
        Checks.require(tracks.size() <= MAX_TRACKS, "an alert names at most " + MAX_TRACKS + " tracks");
    }

    /** Whether somebody is told of one of these changes. */
    public static boolean isTold(List<AlertNews> changes) {
        return changes.stream().anyMatch(TOLD::contains);
    }

    /** The id of a message about this revision. */
    public String message() {
        return id.message(revision);
    }
}
