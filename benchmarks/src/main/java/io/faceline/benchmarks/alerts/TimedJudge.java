package io.faceline.benchmarks.alerts;

import io.faceline.alerting.book.RuleBook;
import io.faceline.alerting.judge.RuleJudge;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertChange;
import io.faceline.contracts.alert.Observation;
import io.faceline.contracts.track.TrackUpdate;
import java.time.Instant;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Measures what the judging of tracks takes, with the writing of what the judge knows.
 *
 * @param nanos is told of each
 */
record TimedJudge(RuleJudge judge, LongConsumer nanos) implements RuleJudge {
    @Override
    public List<Alert> onTrack(TrackUpdate track, Instant now) {
        var from = AlertCosts.cpuNanos();
        try {
            return judge.onTrack(track, now);
        } finally {
            nanos.accept(AlertCosts.cpuNanos() - from);
        }
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
        return judge.onBook(book, now);
    }

    @Override
    public boolean isEmpty() {
        return judge.isEmpty();
    }
}
