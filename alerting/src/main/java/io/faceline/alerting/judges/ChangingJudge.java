package io.faceline.alerting.judges;

import io.faceline.alerting.book.RuleBook;
import io.faceline.alerting.judge.RuleJudge;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertChange;
import io.faceline.contracts.alert.Observation;
import io.faceline.contracts.rule.RuleId;
import io.faceline.contracts.track.TrackUpdate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Judges by a rule that may come to be about something else, which is another judge's. Not thread-safe. */
final class ChangingJudge implements RuleJudge {
    private final RuleId rule;
    private final Function<RuleBook, RuleJudge> judges;
    private RuleJudge judge;
    private Class<?> kind;

    /** @param judges makes the judge of the rule as it is in a book */
    ChangingJudge(RuleId rule, RuleBook book, Function<RuleBook, RuleJudge> judges) {
        this.rule = rule;
        this.judges = judges;
        judge = judges.apply(book);
        kind = Judges.kind(rule, book);
    }

    @Override
    public List<Alert> onTrack(TrackUpdate track, Instant now) {
        return judge.onTrack(track, now);
    }

    @Override
    public List<Alert> onCamera(Observation.OfCamera camera, Instant now) {
        return judge.onCamera(camera, now);
    }

    @Override
    public List<Alert> onChange(AlertChange change, Instant now) {
        return judge.onChange(change, now);
    }

    @Override
    public List<Alert> onTime(Instant now, boolean isCaughtUp) {
        return judge.onTime(now, isCaughtUp);
    }

    @Override
    public List<Alert> onBook(RuleBook book, Instant now) {
        var written = new ArrayList<>(judge.onBook(book, now));
        // A rule that is deleted has no kind: its judge keeps what is left.
        if (book.rule(rule).isPresent() && !Judges.kind(rule, book).equals(kind)) {
            kind = Judges.kind(rule, book);
            judge = judges.apply(book);
            written.addAll(judge.onBook(book, now));
        }
        return written;
    }

    @Override
    public boolean isEmpty() {
        return judge.isEmpty();
    }
}
