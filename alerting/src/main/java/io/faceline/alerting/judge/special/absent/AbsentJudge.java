package io.faceline.alerting.judge.special.absent;

import io.faceline.alerting.book.RuleBook;
import io.faceline.alerting.judge.AlertLedger;
import io.faceline.alerting.judge.JudgeMemory;
import io.faceline.alerting.judge.RuleJudge;
import io.faceline.alerting.judge.special.shared.Erased;
import io.faceline.alerting.judge.special.shared.Places;
import io.faceline.alerting.judge.special.shared.Records;
import io.faceline.alerting.judge.special.shared.Strays;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertChange;
import io.faceline.contracts.alert.AlertKind;
import io.faceline.contracts.alert.AlertReason;
import io.faceline.contracts.alert.AlertScope;
import io.faceline.contracts.alert.AlertSubject;
import io.faceline.contracts.alert.Observation;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.rule.AlertRule;
import io.faceline.contracts.rule.RuleId;
import io.faceline.contracts.rule.RuleSubject;
import io.faceline.contracts.track.TrackUpdate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says who was not seen by a time of the day: once a local date, when all that was seen until then is judged. Where cameras
 * were not live for most of the time, it says that nobody can tell. Not thread-safe.
 */
public final class AbsentJudge implements RuleJudge {
    /** After a deadline: who came just before it is named by then. */
    private static final Duration SETTLING = Duration.ofSeconds(10);
    /** When nothing at all comes after the deadline. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Duration kept;
    private final AlertLedger ledger;
    private final DeadlineProgress progress;
    private final Presence presence;
    private final CameraLogs cameras;
    private final Awaited awaited;
    private final Records<Joined> joined;
    private final Records<Heard> passed;
    private @Nullable Next next;
    private boolean isSettled;
    /** The time of the newest look or state. */
    private Instant heard;

    /** When a person was put on the list: what was before was not looked at. */
    record Joined(PersonId person, Instant at) {}

    /** The look or state which said that all was read until a deadline. */
    record Heard(Instant at) {}

    /** The first deadline after a time. */
    private record Next(Instant after, Deadlines of, Instant by) {}

    /** The rule as it is now. */
    private record Terms(
            AlertRule rule, RuleSubject.Absent who, Expected expected, Places places, Deadlines deadlines) {}

    public AbsentJudge(RuleId rule, RuleBook book, JudgeMemory memory, Duration kept) {
        this.kept = kept;
        ledger = new AlertLedger(rule, book, memory, kept);
        progress = new DeadlineProgress(memory);
        presence = new Presence(memory);
        cameras = new CameraLogs(memory);
        awaited = new Awaited(memory, ledger);
        joined = new Records<>(memory, Records.ABSENT + "joined", Joined.class);
        passed = new Records<>(memory, Records.ABSENT + "heard", Heard.class);
        heard = cameras.heard();
        passed.all().forEach(one -> heard = max(heard, one.at()));
    }

    @Override
    public List<Alert> onTrack(TrackUpdate track, Instant now) {
        settle(now);
        terms(now).ifPresent(terms -> Erased.without(ledger.book().erasure(), track)
                .ifPresent(left -> judge(left, terms, now)));
        return ledger.taken();
    }

    private void judge(TrackUpdate track, Terms terms, Instant now) {
        var scopes = track.session().isCamera() ? terms.places().scopes(track.source()) : List.<AlertScope>of();
        if (scopes.isEmpty()) {
            return;
        }
        hear(track.last().capturedAt(), terms);
        if (track.former() != null) {
            presence.unmark(track.former(), track.id());
            awaited.takeBack(track.former(), track, now);
        }
        terms.expected()
                .in(track)
                .ifPresent(subject -> scopes.forEach(scope -> {
                    mark(track, scope, subject, terms);
                    if (terms.rule().includes(track.last().capturedAt())) {
                        awaited.arrived(scope, subject, track, now);
                    }
                }));
    }

    private void mark(TrackUpdate track, AlertScope scope, AlertSubject subject, Terms terms) {
        terms.deadlines()
                .around(track.first().capturedAt(), track.last().capturedAt())
                .filter(deadline -> deadline.by().isAfter(progress.judged()))
                .filter(deadline -> terms.rule().includes(lookWithin(deadline, track)))
                .forEach(deadline -> presence.mark(deadline.date(), scope, subject, track.id()));
    }

    /** The last look that is known to be, or must have been, in the window. */
    private static Instant lookWithin(Deadline deadline, TrackUpdate track) {
        var first = track.first().capturedAt();
        var last = track.last().capturedAt();
        if (last.isBefore(deadline.by())) {
            return last;
        }
        return first.isBefore(deadline.from()) ? deadline.from() : first;
    }

    @Override
    public List<Alert> onCamera(Observation.OfCamera camera, Instant now) {
        settle(now);
        terms(now).filter(terms -> terms.places().include(camera.camera())).ifPresent(terms -> {
            hear(camera.at(), terms);
            var needed = terms.deadlines()
                    .next(progress.judged())
                    .map(Deadline::from)
                    .orElse(progress.judged());
            cameras.add(camera, needed);
        });
        return ledger.taken();
    }

    @Override
    public List<Alert> onChange(AlertChange change, Instant now) {
        settle(now);
        ledger.onChange(change, now);
        if (change instanceof AlertChange.Correct said) {
            awaited.deny(said.alert(), said.not(), now);
        } else if (change instanceof AlertChange.Restore said) {
            awaited.allow(said.alert());
        }
        return ledger.taken();
    }

    @Override
    public List<Alert> onTime(Instant now, boolean isCaughtUp) {
        settle(now);
        if (isCaughtUp) {
            ledger.onTime(now);
            terms(now).ifPresent(terms -> {
                if (isDue(terms, now)) {
                    terms.deadlines()
                            .between(max(progress.judged(), now.minus(kept)), now)
                            .takeWhile(deadline -> isRead(deadline, now))
                            .forEach(deadline -> judge(deadline, terms, now));
                }
                awaited.endBefore(now);
            });
        }
        return ledger.taken();
    }

    /** Whether the next deadline has passed, which is looked up once. */
    private boolean isDue(Terms terms, Instant now) {
        var known = next;
        if (known == null
                || !known.after().equals(progress.judged())
                || !known.of().equals(terms.deadlines())) {
            known = new Next(
                    progress.judged(),
                    terms.deadlines(),
                    terms.deadlines().next(progress.judged()).map(Deadline::by).orElse(Instant.MAX));
            next = known;
        }
        return !now.isBefore(known.by());
    }

    private boolean isRead(Deadline deadline, Instant now) {
        return heard.isAfter(deadline.by().plus(SETTLING))
                || !now.isBefore(deadline.by().plus(PATIENCE));
    }

    private void judge(Deadline deadline, Terms terms, Instant now) {
        var until = terms.deadlines().endOfLateness(deadline);
        for (var scope : terms.places().all(cameras.known())) {
            var missing = terms.expected().subjects().stream()
                    .filter(subject -> !presence.isPresent(deadline.date(), scope, subject))
                    .filter(subject -> wasExpected(subject, deadline))
                    .toList();
            var kind = !missing.isEmpty() && cameras.wereLive(terms.places(), scope, deadline, progress.watched())
                    ? AlertKind.ABSENT
                    : AlertKind.CANNOT_TELL;
            missing.forEach(subject -> awaited.open(kind, scope, subject, deadline, until, now));
        }
        presence.forgetThrough(deadline.date());
        joined.all().stream()
                .filter(person -> !person.at().isAfter(deadline.by()))
                .forEach(person -> joined.remove(person.person().value()));
        progress.judged(deadline);
    }

    /** Whether the subject was on the list for all of the window. */
    private boolean wasExpected(AlertSubject subject, Deadline deadline) {
        return subject.person()
                .flatMap(person -> joined.find(person.value()))
                .filter(person -> person.at().isAfter(deadline.from()))
                .isEmpty();
    }

    @Override
    public List<Alert> onBook(RuleBook book, Instant now) {
        var before = people();
        var revision = ledger.rule().map(AlertRule::revision);
        ledger.onBook(book, now);
        isSettled = true;
        adapt(now);
        if (progress.isFollowing() && ledger.rule().map(AlertRule::revision).equals(revision)) {
            before.ifPresent(known -> people().orElse(Set.of()).stream()
                    .filter(person -> !known.contains(person))
                    .forEach(person -> joined.put(person.value(), new Joined(person, now))));
        }
        return ledger.taken();
    }

    private void adapt(Instant now) {
        terms(now).ifPresentOrElse(terms -> keepOnly(terms.expected(), now), () -> {
            forget(now);
            progress.clear();
            cameras.clear();
            passed.clear();
        });
        Strays.close(ledger, awaited::has, now);
    }

    private void keepOnly(Expected expected, Instant now) {
        joined.all().stream()
                .filter(one -> !expected.isExpected(AlertSubject.of(one.person())))
                .forEach(one -> joined.remove(one.person().value()));
        presence.forget(subject -> !expected.isExpected(subject));
        awaited.closeIf(one -> !expected.isExpected(one.subject()), AlertReason.RULE_CHANGED, now);
    }

    /** Judges what is open by the rule as of now, once: it may have changed while nobody judged. */
    private void settle(Instant now) {
        if (!isSettled) {
            isSettled = true;
            adapt(now);
        }
    }

    /** Who is on the list of the rule; empty if it is about none, or not judged. */
    private Optional<Set<PersonId>> people() {
        return ledger.rule()
                .filter(rule -> ledger.book().isUsable(rule) && rule.who() instanceof RuleSubject.Absent)
                .map(rule -> ((RuleSubject.Absent) rule.who()).list())
                .map(ledger.book()::people);
    }

    @Override
    public boolean isEmpty() {
        return ledger.isEmpty() && awaited.isEmpty();
    }

    /** The rule, if it can be judged; what is known of its former condition is forgotten. */
    private Optional<Terms> terms(Instant now) {
        var terms = ledger.rule().filter(rule -> ledger.book().isUsable(rule)).flatMap(this::terms);
        if (terms.isPresent() && progress.follow(terms.get().rule(), now)) {
            forget(now);
            var places = terms.get().places();
            cameras.keepOnly(cameras.known().stream().filter(places::include).toList());
        }
        return terms;
    }

    private Optional<Terms> terms(AlertRule rule) {
        return rule.who() instanceof RuleSubject.Absent who
                ? rule.knownZone()
                        .map(zone -> new Terms(
                                rule,
                                who,
                                new Expected(rule, who, ledger.book()),
                                new Places(rule.where(), ledger.book()),
                                new Deadlines(who, zone)))
                : Optional.empty();
    }

    private void forget(Instant now) {
        awaited.closeIf(one -> true, AlertReason.RULE_CHANGED, now);
        presence.clear();
        joined.clear();
    }

    private void hear(Instant time, Terms terms) {
        if (time.isAfter(heard)) {
            heard = time;
            // Written once a deadline, so that who goes on from the memory judges at the same time.
            terms.deadlines()
                    .next(max(progress.judged(), lastPassed()))
                    .filter(deadline -> time.isAfter(deadline.by().plus(SETTLING)))
                    .ifPresent(deadline -> passed.put("last", new Heard(time)));
        }
    }

    private Instant lastPassed() {
        return passed.find("last").map(one -> one.at().minus(SETTLING)).orElse(Instant.EPOCH);
    }

    private static Instant max(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}
