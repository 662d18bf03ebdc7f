package io.faceline.alerting.judge.track;

import io.faceline.alerting.book.RuleBook;
import io.faceline.alerting.judge.AlertDraft;
import io.faceline.alerting.judge.AlertLedger;
import io.faceline.alerting.judge.JudgeMemory;
import io.faceline.contracts.alert.AlertId;
import io.faceline.contracts.alert.AlertKind;
import io.faceline.contracts.alert.AlertNews;
import io.faceline.contracts.alert.AlertReason;
import io.faceline.contracts.alert.AlertSubject;
import io.faceline.contracts.rule.AlertRule;
import io.faceline.contracts.rule.RuleSubject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The lid of unknown people a source and hour, and the crowds beyond it. Not thread-safe. */
final class Crowds {
    private static final String PREFIX = "crowd|";
    private static final Duration BETWEEN_COUNTS = Duration.ofMinutes(1);

    private final JudgeMemory memory;
    private final AlertLedger ledger;
    private final Map<String, Crowd> crowds = new TreeMap<>();

    Crowds(JudgeMemory memory, AlertLedger ledger) {
        this.memory = memory;
        this.ledger = ledger;
        for (var key : memory.keys()) {
            if (key.startsWith(PREFIX)) {
                memory.read(key, Crowd.class).ifPresent(crowd -> crowds.put(crowd.key(), crowd));
            }
        }
    }

    boolean isFull(Visit visit, AlertRule rule) {
        return of(visit).isFull(rule.limits().lid(), visit.seen().last());
    }

    /** Notes that an unknown person has an alert of their own. */
    void opened(Visit visit) {
        keep(of(visit).opened(visit.seen().last()));
    }

    /** Adds an unknown person to the crowd of the place, which may begin with them. */
    AlertId join(Visit visit, Instant now) {
        var crowd = of(visit);
        var alert = crowd.alert();
        if (alert == null || !ledger.isOpen(alert)) {
            return form(crowd, visit, now);
        }
        keep(crowd.joined().seen(visit.seen().last(), now));
        count(of(visit), now);
        return alert;
    }

    private AlertId form(Crowd crowd, Visit visit, Instant now) {
        var seen = visit.seen();
        var draft = ledger.opening(
                        AlertKind.CROWD, AlertSubject.CROWD, visit.scope(), visit.opening(), seen.first(), now)
                .at(seen.source(), seen.session(), seen.isFilm())
                .track(visit.opening())
                .seen(seen.first(), seen.last(), 0)
                .identity(visit.face().identity())
                .shot(visit.face().shot())
                .count(1);
        ledger.open(draft, now);
        keep(crowd.formed(draft.id(), seen.last(), now));
        return draft.id();
    }

    /** Notes that one of the crowd is still in view. */
    void seen(Visit visit) {
        keep(of(visit).seen(visit.seen().last(), visit.seen().judgedAt()));
    }

    private void count(Crowd crowd, Instant now) {
        var alert = crowd.alert();
        if (alert != null && !now.isBefore(crowd.countedAt().plus(BETWEEN_COUNTS))) {
            ledger.draft(alert).filter(draft -> draft.count() != crowd.people()).ifPresent(draft -> {
                ledger.revise(seen(draft, crowd).count(crowd.people()), now, List.of(AlertNews.COUNT));
                keep(crowd.counted(now));
            });
        }
    }

    private AlertDraft seen(AlertDraft draft, Crowd crowd) {
        var first = ledger.find(draft.id()).orElseThrow().firstSeen();
        return draft.seen(first, crowd.last(), 0);
    }

    /** Writes how many they are by now. */
    void onTime(Instant now) {
        List.copyOf(crowds.values()).forEach(crowd -> count(crowd, now));
    }

    /**
     * Ends crowds that nobody is left of, once the next unknown person would have an alert of their own again.
     *
     * @param time in that of the looks
     */
    void end(String source, Instant time, AlertRule rule, Visits visits, Instant now) {
        for (var crowd : List.copyOf(crowds.values())) {
            if (crowd.source().equals(source) && crowd.alert() != null && isOver(crowd, time, rule, visits)) {
                close(crowd, AlertReason.ENDED, now);
            }
        }
    }

    /** The same by the clock. */
    void endDue(AlertRule rule, Visits visits, Instant now) {
        for (var crowd : List.copyOf(crowds.values())) {
            var time = LookTimes.reached(crowd.last(), crowd.judgedAt(), crowd.isFilm(), now);
            if (crowd.alert() != null && isOver(crowd, time, rule, visits)) {
                close(crowd, AlertReason.ENDED, now);
            }
        }
    }

    private static boolean isOver(Crowd crowd, Instant time, AlertRule rule, Visits visits) {
        return time.isAfter(crowd.last().plusSeconds(rule.limits().holdSeconds()))
                && !crowd.isFull(rule.limits().lid(), time)
                && visits.where(visit -> visit.stage() == VisitStage.CROWD
                                && visit.isInView()
                                && visit.seen().source().equals(crowd.source()))
                        .isEmpty();
    }

    /** Ends all of them. */
    void endAll(AlertReason reason, Instant now) {
        List.copyOf(crowds.values()).forEach(crowd -> close(crowd, reason, now));
    }

    /** Ends those of places where the rule is about unknown people no more. */
    void endOutside(RuleBook book, AlertRule rule, Instant now) {
        var isAboutUnknown = rule.who() instanceof RuleSubject.Stranger || rule.who() instanceof RuleSubject.NotListed;
        for (var crowd : List.copyOf(crowds.values())) {
            var isAt = book.isAt(rule.where(), crowd.source(), crowd.session());
            if (!isAboutUnknown || !isAt) {
                close(crowd, AlertReason.RULE_CHANGED, now);
            }
        }
    }

    /** Of the crowds that go on. */
    List<AlertId> alerts() {
        return crowds.values().stream()
                .flatMap(crowd -> Optional.ofNullable(crowd.alert()).stream())
                .toList();
    }

    List<String> sources() {
        return crowds.values().stream().map(Crowd::source).distinct().toList();
    }

    private void close(Crowd crowd, AlertReason reason, Instant now) {
        var alert = crowd.alert();
        if (alert != null && ledger.isOpen(alert)) {
            var draft = ledger.draft(alert).orElseThrow();
            if (draft.count() == crowd.people()) {
                ledger.close(seen(draft, crowd), reason, now);
            } else {
                ledger.close(seen(draft, crowd).count(crowd.people()), reason, now, AlertNews.COUNT);
            }
        }
        keep(crowd.dissolved());
    }

    /** Forgets sources where nothing was seen for so long. */
    void forget(Instant now, Duration kept) {
        List.copyOf(crowds.values()).stream()
                .filter(crowd ->
                        crowd.alert() == null && crowd.last().plus(kept).isBefore(now))
                .filter(crowd -> !crowd.isFull(1, now))
                .forEach(this::remove);
    }

    /** Forgets a source that was deleted. */
    void removeOf(String source) {
        List.copyOf(crowds.values()).stream()
                .filter(crowd -> crowd.source().equals(source))
                .forEach(this::remove);
    }

    private void remove(Crowd crowd) {
        crowds.remove(crowd.key());
        memory.remove(PREFIX + crowd.key());
    }

    private Crowd of(Visit visit) {
        var none = Crowd.none(visit.seen().source(), visit.seen().session(), visit.scope());
        return crowds.getOrDefault(none.key(), none);
    }

    private void keep(Crowd crowd) {
        if (!crowd.equals(crowds.put(crowd.key(), crowd))) {
            memory.write(PREFIX + crowd.key(), crowd);
        }
    }
}
