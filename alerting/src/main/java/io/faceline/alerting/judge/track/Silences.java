package io.faceline.alerting.judge.track;

import io.faceline.alerting.judge.AlertLedger;
import io.faceline.alerting.judge.JudgeMemory;
import io.faceline.alerting.judge.track.Silence.Told;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertId;
import io.faceline.contracts.alert.AlertNews;
import io.faceline.contracts.alert.AlertScope;
import io.faceline.contracts.alert.AlertSubject;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.rule.AlertRule;
import io.faceline.contracts.rule.FirstOnly;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** When a subject was told of last, and how many visits were not. Not thread-safe. */
final class Silences {
    private static final String PREFIX = "silence|";
    private static final Duration BETWEEN_COUNTS = Duration.ofMinutes(1);

    private final JudgeMemory memory;
    private final AlertLedger ledger;
    /** Keys of those with visits that are to be counted. */
    private final Set<String> waiting = new HashSet<>();
    /** Of whom anything was told. */
    private final Set<PersonId> people = new HashSet<>();

    Silences(JudgeMemory memory, AlertLedger ledger) {
        this.memory = memory;
        this.ledger = ledger;
        keys().forEach(key -> person(key).ifPresent(people::add));
        keys().filter(key -> read(key).waiting() > 0).forEach(waiting::add);
    }

    /** Notes an alert of a visit, from its opening until it is closed. */
    void note(Visit visit, AlertId alert, AlertRule rule, long condition) {
        visit.subject().person().ifPresent(people::add);
        var key = key(visit.subject(), visit.scope());
        var silence = read(key);
        var before = silence.of(alert);
        var told = new Told(
                alert,
                ledger.wasTold(alert),
                visit.seen().first(),
                visit.seen().last(),
                before.map(Told::date).orElseGet(() -> date(rule, visit.seen().last())),
                before.map(Told::condition).orElse(condition));
        write(key, silence.with(told));
    }

    /** Lets an alert that was of somebody else silence nobody. */
    void takeBack(Alert alert) {
        var key = key(alert.subject(), alert.scope());
        var silence = read(key);
        silence.of(alert.id()).ifPresent(told -> write(key, silence.with(told.untold())));
    }

    /** The alert on which a visit is to be counted instead of an alert of its own. */
    Optional<AlertId> countedOn(Visit visit, AlertRule rule, long condition) {
        var look = visit.seen().last();
        var limits = rule.limits();
        var silence = read(key(visit.subject(), visit.scope()));
        return last(silence, told -> isFirstOver(told, rule, look, condition))
                .or(() -> visit.isOfKnown()
                        ? last(
                                silence,
                                told -> told.silences(look, hold(rule), Duration.ofSeconds(limits.silenceSeconds())))
                        : Optional.empty());
    }

    private static boolean isFirstOver(Told told, AlertRule rule, Instant look, long condition) {
        var first = rule.limits().first();
        if (first == FirstOnly.ONCE) {
            return told.isTold() && told.condition() == condition;
        }
        return first == FirstOnly.DAY && told.isTold() && told.date().equals(date(rule, look));
    }

    private static Optional<AlertId> last(Silence silence, Predicate<Told> condition) {
        return silence.alerts().stream()
                .filter(condition)
                .reduce((before, after) -> after)
                .map(Told::alert);
    }

    private static Duration hold(AlertRule rule) {
        return Duration.ofSeconds(rule.limits().holdSeconds());
    }

    /** The local date of a look, which begins when the rule says. */
    static LocalDate date(AlertRule rule, Instant look) {
        return look.atZone(rule.knownZone().orElse(ZoneOffset.UTC))
                .toLocalDateTime()
                .minusNanos(rule.limits().dayBegins().toNanoOfDay())
                .toLocalDate();
    }

    /** Counts a visit on an alert, at most once a minute; the others are written later. */
    void count(Visit visit, Instant now) {
        var key = key(visit.subject(), visit.scope());
        var silence = read(key);
        write(key, silence.with(silence.waiting() + 1, silence.countedAt()));
        waiting.add(key);
        writeCount(key, now);
    }

    /** Writes what was counted a minute ago. */
    void onTime(Instant now) {
        List.copyOf(waiting).forEach(key -> writeCount(key, now));
    }

    private void writeCount(String key, Instant now) {
        var silence = read(key);
        if (now.isBefore(silence.countedAt().plus(BETWEEN_COUNTS))) {
            return;
        }
        last(silence, Told::isTold)
                .flatMap(ledger::draft)
                .filter(draft -> !draft.subject().equals(AlertSubject.ERASED))
                .ifPresent(draft ->
                        ledger.revise(draft.count(draft.count() + silence.waiting()), now, List.of(AlertNews.COUNT)));
        write(key, silence.with(0, now));
        waiting.remove(key);
    }

    /** Whether somebody is told that an alert is right after all: once within a silence. */
    boolean tellsReopening(Visit visit, AlertRule rule) {
        var key = key(visit.subject(), visit.scope());
        var silence = read(key);
        var look = visit.seen().last();
        var before = silence.reopenedAt();
        var isSilent =
                before != null && !look.isAfter(before.plusSeconds(rule.limits().silenceSeconds()));
        if (!isSilent) {
            write(key, silence.reopenedAt(look));
        }
        return !isSilent;
    }

    /** Forgets people who were deleted. */
    void remove(Predicate<PersonId> deleted) {
        if (people.stream().noneMatch(deleted)) {
            return;
        }
        keys().filter(key -> person(key).filter(deleted).isPresent()).forEach(key -> {
            memory.remove(key);
            waiting.remove(key);
        });
        people.removeIf(deleted);
    }

    private static Optional<PersonId> person(String key) {
        return new AlertSubject(key.split("\\|", -1)[2]).person();
    }

    /** Forgets what was told so long ago. */
    void forget(Instant now, Duration kept, FirstOnly first) {
        if (first != FirstOnly.ONCE) {
            keys().filter(key -> read(key).last().plus(kept).isBefore(now))
                    .toList()
                    .forEach(memory::remove);
        }
    }

    private Stream<String> keys() {
        return List.copyOf(memory.keys()).stream().filter(key -> key.startsWith(PREFIX));
    }

    private Silence read(String key) {
        return memory.read(key, Silence.class).orElse(Silence.NONE);
    }

    private void write(String key, Silence silence) {
        memory.write(key, silence);
    }

    private static String key(AlertSubject subject, AlertScope scope) {
        return PREFIX + scope + "|" + subject;
    }
}
