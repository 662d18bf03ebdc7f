package io.faceline.alerting.judge.track;

import io.faceline.alerting.book.RuleBook;
import io.faceline.contracts.alert.AlertIdentity;
import io.faceline.contracts.alert.AlertKind;
import io.faceline.contracts.alert.AlertSubject;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.rule.AlertRule;
import io.faceline.contracts.rule.RuleSubject;
import io.faceline.contracts.rule.RuleSureness;
import io.faceline.contracts.track.TrackIdentity;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whom a track shows in the eyes of a rule, and whether that is sure. */
final class Findings {
    private Findings() {}

    /**
     * The subject of a track as of now; empty if the rule is not about it.
     *
     * @param not whom it is not, as somebody said by hand
     */
    static Optional<AlertSubject> subject(AlertRule rule, RuleBook book, TrackIdentity identity, Set<PersonId> not) {
        var person = identity.person();
        if (person == null) {
            return unknown(rule.who());
        }
        var isNamed = identity.decision() == Decision.MATCH || rule.sure().uncertain();
        return isNamed && !not.contains(person) && isAbout(rule.who(), book, person)
                ? Optional.of(AlertSubject.of(person))
                : Optional.empty();
    }

    private static Optional<AlertSubject> unknown(RuleSubject who) {
        if (who instanceof RuleSubject.Stranger) {
            return Optional.of(AlertSubject.UNKNOWN);
        }
        return who instanceof RuleSubject.NotListed others
                ? Optional.of(AlertSubject.notIn(others.list()))
                : Optional.empty();
    }

    /** Whether it is about somebody in view, one by one. */
    static boolean isOfTracks(RuleSubject who) {
        return who instanceof RuleSubject.Person
                || who instanceof RuleSubject.Listed
                || who instanceof RuleSubject.Stranger
                || who instanceof RuleSubject.NotListed;
    }

    /** Whether a rule is about a known person. */
    static boolean isAbout(RuleSubject who, RuleBook book, PersonId person) {
        if (who instanceof RuleSubject.Person one) {
            return one.person().equals(person);
        }
        if (who instanceof RuleSubject.Listed listed) {
            return book.isOnList(listed.list(), person);
        }
        return who instanceof RuleSubject.NotListed others && !book.isOnList(others.list(), person);
    }

    /** Whether a rule is about a subject, which it was about when the visit began. */
    static boolean isAbout(AlertRule rule, RuleBook book, AlertSubject subject) {
        return subject.person()
                .map(person -> isAbout(rule.who(), book, person))
                .orElseGet(() -> unknown(rule.who()).filter(subject::equals).isPresent());
    }

    /** Whether a visit is of its subject no more, since a track of it has another name now. */
    static boolean isWrong(Visit visit, AlertRule rule, RuleBook book, TrackIdentity now, Set<PersonId> not) {
        if (visit.isOfKnown()) {
            return subject(rule, book, now, not).filter(visit.subject()::equals).isEmpty();
        }
        if (now.decision() != Decision.MATCH || not.contains(now.requirePerson())) {
            return false;
        }
        // Somebody known who is not on the list is not on the list; while it waits, the name is the subject.
        return !(visit.stage() == VisitStage.OPEN && isAbout(rule.who(), book, now.requirePerson()));
    }

    static AlertKind kind(AlertSubject subject) {
        return subject.person().isPresent() ? AlertKind.APPEARED : AlertKind.UNKNOWN_PERSON;
    }

    /** Whether it was looked at well enough. What was said by hand is sure. */
    static boolean isSure(AlertRule rule, AlertSubject subject, TrackIdentity identity) {
        var isSaid = identity.corrected() != null && identity.decision() == Decision.MATCH;
        return isSaid || isSure(rule, subject, AlertIdentity.of(identity));
    }

    static boolean isSure(AlertRule rule, AlertSubject subject, AlertIdentity identity) {
        var sure = rule.sure();
        if (identity.goodLooks() < sure.goodLooks()) {
            return false;
        }
        if (subject.person().isEmpty()) {
            return identity.decision() == Decision.UNKNOWN;
        }
        var isOften = identity.decision() != Decision.MATCH || identity.matches() >= sure.matches();
        return isOften && isAtLeast(sure.similarity(), identity.similarity());
    }

    private static boolean isAtLeast(@Nullable Double least, @Nullable Double similarity) {
        return least == null || (similarity != null && similarity >= least);
    }

    /** Whether it was in view for long enough. Of somebody unknown, who passed by, no more is learned after the end. */
    static boolean isLongEnough(AlertRule rule, Visit visit) {
        var passesBy = !visit.isOfKnown()
                && !visit.isInView()
                && rule.sure().afterSeconds() <= RuleSureness.UNNAMED.afterSeconds();
        return passesBy || visit.seen().seconds() >= rule.sure().afterSeconds();
    }

    /** How many levels are reached. */
    static int level(AlertRule rule, double seconds) {
        return (int)
                rule.sure().levels().stream().filter(level -> seconds >= level).count();
    }
}
