package io.faceline.alerting.judge.special;

import io.faceline.contracts.face.BoundingBox;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.face.Quality;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.rule.AlertBreadth;
import io.faceline.contracts.rule.AlertRule;
import io.faceline.contracts.rule.ListId;
import io.faceline.contracts.rule.RuleId;
import io.faceline.contracts.rule.RuleLimits;
import io.faceline.contracts.rule.RulePlaces;
import io.faceline.contracts.rule.RulePriority;
import io.faceline.contracts.rule.RuleSubject;
import io.faceline.contracts.rule.RuleSureness;
import io.faceline.contracts.rule.WatchList;
import io.faceline.contracts.schedule.DailySpan;
import io.faceline.contracts.track.Look;
import io.faceline.contracts.track.TrackIdentity;
import io.faceline.contracts.track.TrackPhase;
import io.faceline.contracts.track.TrackShot;
import io.faceline.contracts.track.TrackUpdate;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rules, lists and tracks of tests. */
public final class Samples {
    public static final RuleId RULE = new RuleId("rule");
    public static final ListId STAFF = new ListId("staff");
    public static final PersonId ADA = new PersonId("ada");
    public static final PersonId GRACE = new PersonId("grace");
    public static final PersonId EDSGER = new PersonId("edsger");
    public static final String BERLIN = "Europe/Berlin";
    public static final Instant WRITTEN = Instant.parse("2026-05-01T00:00:00Z");

    private static final double SIMILARITY = 0.71;
    private static final double THRESHOLD = 0.465;

    private Samples() {}

    public static AlertRule rule(RuleSubject who, AlertBreadth per, String... sources) {
        return rule(1, who, new RulePlaces(List.of(sources), List.of(), List.of(), per), RuleSureness.NAMED, WRITTEN);
    }

    public static AlertRule rule(
            long revision, RuleSubject who, RulePlaces where, RuleSureness sure, Instant changedAt) {
        return rule(revision, true, who, where, BERLIN, List.of(), sure, RuleLimits.DEFAULT, changedAt);
    }

    public static AlertRule rule(
            long revision,
            boolean enabled,
            RuleSubject who,
            RulePlaces where,
            String zone,
            List<DailySpan> hours,
            RuleSureness sure,
            RuleLimits limits,
            Instant changedAt) {
        return new AlertRule(
                RULE,
                revision,
                "A rule",
                enabled,
                null,
                who,
                where,
                zone,
                hours,
                sure,
                limits,
                RulePriority.NORMAL,
                null,
                null,
                null,
                changedAt);
    }

    public static WatchList staff(PersonId... people) {
        return new WatchList(STAFF, "Staff", "#d33a2c", "Front desk", List.of(people), WRITTEN);
    }

    /** The record of a track so far: of this person for {@code looks} looks, of nobody known if the person is null. */
    public static TrackUpdate track(
            String source, int number, Instant first, Instant last, @Nullable PersonId person, int looks) {
        return track(source, number, first, last, person, looks, null);
    }

    public static TrackUpdate track(
            String source,
            int number,
            Instant first,
            Instant last,
            @Nullable PersonId person,
            int looks,
            @Nullable PersonId former) {
        var identity = new TrackIdentity(
                person == null ? Decision.UNKNOWN : Decision.MATCH,
                person,
                person == null ? 0 : looks,
                looks,
                person == null ? null : SIMILARITY,
                THRESHOLD,
                "model",
                42);
        return track(source, number, first, last, identity, former);
    }

    public static TrackUpdate track(
            String source, int number, Instant first, Instant last, TrackIdentity identity, @Nullable PersonId former) {
        var begin = look(source, number * 1_000_000L, first);
        var end = look(source, number * 1_000_000L + last.toEpochMilli() - first.toEpochMilli(), last);
        return new TrackUpdate(
                TrackUpdate.id(begin.frame(), 0),
                source,
                new SessionId(SessionId.CAMERA_PREFIX + source),
                number,
                first.equals(last) ? TrackPhase.NEW : TrackPhase.UPDATE,
                end.sequence(),
                begin,
                end,
                Math.max(1, identity.goodLooks()),
                identity,
                former,
                new TrackShot(
                        begin.frame(),
                        begin.sequence(),
                        begin.seconds(),
                        new BoundingBox(0.1, 0.1, 0.2, 0.2),
                        new Quality(0.8, 90, 0.7, 0.5, 0, 0, 0),
                        0.5,
                        List.of()),
                null);
    }

    private static Look look(String source, long sequence, Instant time) {
        return new Look(FrameId.of(source, sequence), sequence, null, time);
    }
}
