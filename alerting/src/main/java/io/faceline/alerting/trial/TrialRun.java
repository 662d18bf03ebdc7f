package io.faceline.alerting.trial;

import io.faceline.alerting.book.RuleBook;
import io.faceline.alerting.judge.RuleJudge;
import io.faceline.alerting.judges.Judges;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertId;
import io.faceline.contracts.rule.AlertRule;
import io.faceline.contracts.track.TrackUpdate;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tries a rule with what was seen: the alerts that it would have made, without any other effect. Not thread-safe. */
public final class TrialRun {
    /** Longer than any trial. */
    private static final Duration KEPT = Duration.ofDays(365);
    /** How often the time is judged. */
    private static final Duration TICK = Duration.ofSeconds(1);

    private final RuleBook book;
    private final AlertRule rule;
    private final RuleJudge judge;
    private final Map<AlertId, Alert> alerts = new LinkedHashMap<>();
    private @Nullable Instant judgedUntil;

    /**
     * A record of the topic of tracks.
     *
     * @param writtenAt by the clock of the broker
     */
    public record Written(TrackUpdate track, Instant writtenAt) {}

    private TrialRun(AlertRule rule, RuleBook book) {
        this.rule = rule;
        this.book = book.withOnly(rule);
        judge = Judges.of(rule.id(), this.book, new HeapMemory(), KEPT);
    }

    /**
     * The alerts at their last revisions, in the order in which they were opened. Mutes do not count, and neither does what
     * cameras did. A rule that is disabled or unusable makes none.
     *
     * @param seen tracks in the order in which they were written
     * @param until the end of the trial: what is still open then is open
     */
    public static List<Alert> of(AlertRule rule, RuleBook book, Iterable<Written> seen, Instant until) {
        var run = new TrialRun(rule, book);
        seen.forEach(run::accept);
        run.passTime(until);
        return List.copyOf(run.alerts.values());
    }

    private void accept(Written written) {
        passTime(written.writtenAt());
        if (book.concernedBy(written.track()).contains(rule.id())) {
            keep(judge.onTrack(written.track(), written.writtenAt()));
        }
    }

    /** Lets the time pass as it would have, so that what ends does so when it would have. */
    private void passTime(Instant now) {
        if (judgedUntil == null) {
            judgedUntil = now;
        }
        while (judgedUntil.isBefore(now)) {
            var next = judgedUntil.plus(TICK);
            judgedUntil = next.isBefore(now) ? next : now;
            keep(judge.onTime(judgedUntil, true));
        }
    }

    private void keep(List<Alert> written) {
        written.forEach(alert -> alerts.put(alert.id(), alert));
    }
}
