package io.faceline.alerting.judge;

import io.faceline.alerting.book.RuleBook;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertChange;
import io.faceline.contracts.alert.Observation;
import io.faceline.contracts.track.TrackUpdate;
import java.time.Instant;
import java.util.List;

/**
 * Judges by one rule, in all its scopes. Each method returns the revisions of alerts to write, in order. What it knows is in
 * its {@link JudgeMemory}, from which another goes on: a crash, a replay or a second instance says the same again, with the same
 * ids and revisions, or nothing. Not thread-safe.
 */
public interface RuleJudge {
    /** @param now by the clock of this machine, for how old a look is */
    List<Alert> onTrack(TrackUpdate track, Instant now);

    List<Alert> onCamera(Observation.OfCamera camera, Instant now);

    List<Alert> onChange(AlertChange change, Instant now);

    /**
     * Ends what is due. Called about twice a second.
     *
     * @param isCaughtUp whether all that was written is judged; while not, nothing ends because of the time
     */
    List<Alert> onTime(Instant now, boolean isCaughtUp);

    /** Rules, lists, groups or mutes changed, or somebody or something was erased. */
    List<Alert> onBook(RuleBook book, Instant now);

    /** Whether anything of the rule is kept: if not, and the rule is gone, the judge is forgotten. */
    boolean isEmpty();
}
