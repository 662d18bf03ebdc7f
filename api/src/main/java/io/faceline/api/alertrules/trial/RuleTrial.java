package io.faceline.api.alertrules.trial;

import io.faceline.alerting.book.Erasure;
import io.faceline.alerting.book.RuleBook;
import io.faceline.alerting.definition.Definitions;
import io.faceline.alerting.trial.TrialRun;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.rule.AlertRule;
import io.faceline.contracts.rule.RuleSubject;
import io.faceline.runtime.http.ProblemException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Predicate;

/** Judges the tracks of the last hours by a rule. Writes nothing. Thread-safe. */
public final class RuleTrial {
    private final RecentTracks tracks;
    private final Erasure erasure;
    private final InstantSource clock;

    /** @param people who is in the shared gallery: of others, nothing is said */
    public RuleTrial(RecentTracks tracks, Predicate<PersonId> people, InstantSource clock) {
        this.tracks = tracks;
        this.erasure = new ErasedPeople(people);
        this.clock = clock;
    }

    /** Blocks until the tracks are read and judged. */
    public TrialAnswer run(AlertRule given, Definitions known, Duration span) {
        requireOfTracks(given);
        var rule = enabled(given);
        var to = clock.instant();
        var from = to.minus(span);
        var book = new RuleBook(List.of(rule), known.lists(), known.groups(), List.of(), erasure);
        var recent = tracks.since(from, track -> book.concernedBy(track).contains(rule.id()));
        var said = TrialRun.of(rule, book, recent.tracks(), to);
        return new TrialAnswer(
                from,
                to,
                recent.tracks().size(),
                recent.isComplete(),
                said.stream().map(TrialAlert::of).toList());
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

    /** Also one that is disabled is tried. */
    private static AlertRule enabled(AlertRule rule) {
        return new AlertRule(
                rule.id(),
                rule.revision(),
                rule.name(),
                true,
                null,
                rule.who(),
                rule.where(),
                rule.zone(),
                rule.hours(),
                rule.sure(),
                rule.limits(),
                rule.priority(),
                rule.quiet(),
                rule.reminderMinutes(),
                rule.preset(),
                rule.changedAt());
    }
}
