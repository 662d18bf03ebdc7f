package io.faceline.alerting;

import io.faceline.alerting.judge.RuleJudge;
import io.faceline.alerting.judges.Judges;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertChange;
import io.faceline.contracts.alert.AlertState;
import io.faceline.contracts.rule.AlertRule;
import io.faceline.contracts.rule.RuleId;
import io.faceline.contracts.track.TrackEnd;
import io.faceline.contracts.track.TrackUpdate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * A judge of tests with a clock of its own, which may be another one before each step, as after a crash. It is told of tracks
 * that concern its rule alone. Not thread-safe.
 */
public final class TestJudge {
    public static final Duration KEPT = Duration.ofDays(30);

    private final RuleId rule;
    private final TestRules rules;
    private final boolean restarts;
    private final TestMemory memory;
    private final List<Alert> written = new ArrayList<>();
    private RuleJudge judge;
    private Instant now = Instant.EPOCH;
    private boolean isCaughtUp = true;

    public TestJudge(AlertRule rule, TestRules rules, boolean restarts) {
        this(rule.id(), rules.put(rule), restarts, new TestMemory());
    }

    public TestJudge(AlertRule rule) {
        this(rule, new TestRules(), false);
    }

    private TestJudge(RuleId rule, TestRules rules, boolean restarts, TestMemory memory) {
        this.rule = rule;
        this.rules = rules;
        this.restarts = restarts;
        this.memory = memory;
        judge = made();
    }

    private RuleJudge made() {
        return Judges.of(rule, rules.book(), memory, KEPT);
    }

    /** Another that goes on from the same memory. */
    public TestJudge another() {
        var other = new TestJudge(rule, rules, restarts, memory);
        other.now = now;
        other.written.addAll(written);
        return other;
    }

    public TestRules rules() {
        return rules;
    }

    public TestMemory memory() {
        return memory;
    }

    public Instant now() {
        return now;
    }

    /** From now on nothing ends because of the time. */
    public TestJudge behind() {
        isCaughtUp = false;
        return this;
    }

    public TestJudge caughtUp() {
        isCaughtUp = true;
        return this;
    }

    /** Judges a track when its last look is a moment ago. */
    public TestJudge track(TrackUpdate track) {
        return track(track, track.last().capturedAt().plusMillis(200));
    }

    public TestJudge track(TrackUpdate track, Instant at) {
        step(at);
        if (rules.book().concernedBy(track).contains(rule)) {
            written.addAll(judge.onTrack(track, now));
        }
        return this;
    }

    /** Looks once a second, from one time to another, in seconds since the first. */
    public TestJudge looks(TestTracks track, double from, double to) {
        for (var at = from; at <= to; at++) {
            track(track.look(at));
        }
        return this;
    }

    /** A whole track that ends two seconds after its last look. */
    public TestJudge visit(TestTracks track, double seconds) {
        looks(track, 0, seconds);
        return end(track);
    }

    public TestJudge end(TestTracks track) {
        return track(track.end(), track.last().plusSeconds(2));
    }

    public TestJudge end(TestTracks track, TrackEnd reason) {
        return track(track.end(reason), track.last().plusSeconds(2));
    }

    public TestJudge time(Instant at) {
        step(at);
        written.addAll(judge.onTime(now, isCaughtUp));
        return this;
    }

    /** Lets so much time pass, half a second a step. */
    public TestJudge pass(Duration duration) {
        var until = now.plus(duration);
        while (now.isBefore(until)) {
            var next = now.plusMillis(500);
            time(next.isBefore(until) ? next : until);
        }
        return this;
    }

    public TestJudge change(AlertChange change) {
        step(now);
        written.addAll(judge.onChange(change, now));
        return this;
    }

    /** Says what the rules are now. */
    public TestJudge book() {
        written.addAll(judge.onBook(rules.book(), now));
        return this;
    }

    public TestJudge put(TestRules.Builder changed) {
        rules.put(changed);
        return book();
    }

    private void step(Instant at) {
        now = at.isBefore(now) ? now : at;
        if (restarts) {
            judge = made();
        }
    }

    public boolean isEmpty() {
        return judge.isEmpty();
    }

    /** All revisions. */
    public List<Alert> written() {
        return List.copyOf(written);
    }

    /** What was written since it was asked last. */
    public List<Alert> news() {
        var news = List.copyOf(written);
        written.clear();
        return news;
    }

    /** The newest revisions, in the order in which the alerts were opened. */
    public List<Alert> alerts() {
        var newest = new LinkedHashMap<String, Alert>();
        written.forEach(alert -> newest.put(alert.id().value(), alert));
        return List.copyOf(newest.values());
    }

    public List<Alert> open() {
        return alerts().stream()
                .filter(alert -> alert.state() == AlertState.OPEN)
                .toList();
    }

    /** What somebody is told, as {@code revision:changes}. */
    public List<String> told() {
        return written.stream()
                .filter(Alert::notifies)
                .map(alert -> alert.revision() + ":" + alert.changes())
                .toList();
    }

    /** All revisions, as {@code revision:changes}. */
    public List<String> said() {
        return written.stream()
                .map(alert -> alert.revision() + ":" + alert.changes())
                .toList();
    }
}
