package io.faceline.api.alertrules.trial;

import io.faceline.alerting.book.Erasure;
import io.faceline.alerting.book.RuleBook;
import io.faceline.alerting.definition.Definitions;
import io.faceline.alerting.judge.Judges;
import io.faceline.alerting.judge.RuleJudge;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertId;
import io.faceline.contracts.rule.AlertRule;
import io.faceline.contracts.rule.RuleSubject;
import io.faceline.contracts.track.TrackUpdate;
import io.faceline.runtime.http.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Judges the tracks of the last hours by a rule. Writes nothing. Thread-safe. */
public final class RuleTrial {
    /** How often a judge is asked what is due, in the time of the looks. */
    private static final Duration TICK = Duration.ofSeconds(1);

    private final RecentTracks tracks;
    private final InstantSource clock;

    public RuleTrial(RecentTracks tracks, InstantSource clock) {
        this.tracks = tracks;
        this.clock = clock;
    }

    /** Blocks until the tracks are read and judged. */
    public TrialAnswer run(AlertRule rule, Definitions known, Duration span) {
        requireOfTracks(rule);
        var to = clock.instant();
        var from = to.minus(span);
        var book = new RuleBook(List.of(rule), known.lists(), known.groups(), List.of(), Erasure.NONE);
        var recent = tracks.since(from, track -> book.concernedBy(track).contains(rule.id()));
        var said = judged(Judges.of(rule.id(), book, new TrialMemory(), span.plusDays(1)), recent.tracks(), to);
        return new TrialAnswer(
                from,
                to,
                recent.tracks().size(),
                recent.isComplete(),
                said.values().stream().map(TrialAlert::of).toList());
    }

    private static void requireOfTracks(AlertRule rule) {
        if (rule.who() instanceof RuleSubject.CameraDown || rule.who() instanceof RuleSubject.Absent) {
            throw new ProblemException(
                    400,
                    "BAD_REQUEST",
                    "who.kind: a rule about cameras, or about somebody who is absent, cannot be tried: what cameras did is"
                            + " not kept");
        }
    }

    /** The newest revision of each alert, by the order in which they opened. */
    private static Map<AlertId, Alert> judged(RuleJudge judge, List<TrackUpdate> tracks, Instant end) {
        var said = new LinkedHashMap<AlertId, Alert>();
        var now = Instant.MIN;
        for (var track : tracks) {
            var seen = RecentTracks.seenAt(track);
            if (now.isBefore(seen.minus(TICK))) {
                // Ends that were due in between, at their time.
                now = seen;
                keep(judge.onTime(now, true), said);
            }
            keep(judge.onTrack(track, seen), said);
        }
        keep(judge.onTime(end, true), said);
        return said;
    }

    private static void keep(List<Alert> revisions, Map<AlertId, Alert> said) {
        revisions.forEach(alert -> said.put(alert.id(), alert));
    }
}
