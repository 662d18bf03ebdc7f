package io.faceline.alerting.judge.special.absent;

import io.faceline.alerting.book.RuleBook;
import io.faceline.alerting.judge.special.shared.Sureness;
import io.faceline.contracts.alert.AlertIdentity;
import io.faceline.contracts.alert.AlertSubject;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.rule.AlertRule;
import io.faceline.contracts.rule.RuleSubject;
import io.faceline.contracts.track.TrackUpdate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whom a deadline is about. */
record Expected(AlertRule rule, RuleSubject.Absent who, RuleBook book) {
    /** One subject for each person; the one for nobody if anybody would do. */
    List<AlertSubject> subjects() {
        return isAnybody()
                ? List.of(AlertSubject.NOBODY)
                : people().filter(person -> !book.erasure().isDeleted(person))
                        .sorted((one, other) -> one.value().compareTo(other.value()))
                        .map(AlertSubject::of)
                        .toList();
    }

    boolean isExpected(AlertSubject subject) {
        return subject.equals(AlertSubject.NOBODY)
                ? isAnybody()
                : subject.person().filter(this::isExpected).isPresent();
    }

    /** Whom of them a track shows. */
    Optional<AlertSubject> in(TrackUpdate track) {
        var identity = AlertIdentity.of(track.identity());
        var first = track.first().capturedAt();
        var last = track.last().capturedAt();
        if (isAnybody()) {
            return Sureness.isSeen(rule.sure(), identity, first, last)
                    ? Optional.of(AlertSubject.NOBODY)
                    : Optional.empty();
        }
        return Sureness.isNamed(rule.sure(), identity, first, last)
                ? Optional.ofNullable(identity.person())
                        .filter(this::isExpected)
                        .map(AlertSubject::of)
                : Optional.empty();
    }

    private boolean isAnybody() {
        return who.isAnybody();
    }

    private boolean isExpected(PersonId person) {
        return !book.erasure().isDeleted(person)
                && (person.equals(who.person()) || (who.list() != null && book.isOnList(who.list(), person)));
    }

    private Stream<PersonId> people() {
        return Stream.concat(
                Stream.ofNullable(who.person()),
                Stream.ofNullable(who.list()).flatMap(list -> book.people(list).stream()));
    }
}
