package io.faceline.alerting.judge.special.down;

import io.faceline.alerting.judge.AlertDraft;
import io.faceline.alerting.judge.AlertLedger;
import io.faceline.alerting.judge.JudgeMemory;
import io.faceline.alerting.judge.special.shared.Records;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertId;
import io.faceline.contracts.alert.AlertKind;
import io.faceline.contracts.alert.AlertNews;
import io.faceline.contracts.alert.AlertReason;
import io.faceline.contracts.alert.AlertScope;
import io.faceline.contracts.alert.AlertSubject;
import io.faceline.contracts.camera.CameraId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The outages that were told, and the silence after each. Not thread-safe. */
final class Outages {
    private static final Duration BETWEEN_COUNTS = Duration.ofMinutes(1);
    private static final double MILLIS_PER_SECOND = 1000;

    private final AlertLedger ledger;
    private final Records<Outage> outages;
    private final Records<Former> formers;

    /**
     * The last outage of a camera that was told.
     *
     * @param until when it was over
     * @param count outages since then that were not told
     */
    record Former(AlertId alert, Instant until, long count) {}

    Outages(JudgeMemory memory, AlertLedger ledger) {
        this.ledger = ledger;
        outages = new Records<>(memory, Records.DOWN + "outage", Outage.class);
        formers = new Records<>(memory, Records.DOWN + "former", Former.class);
    }

    boolean isTold(AlertScope scope, CameraId camera) {
        return outages.all().stream()
                .anyMatch(outage ->
                        outage.scope().equals(scope) && outage.cameras().contains(camera));
    }

    /** The outage of several that a camera belongs to. */
    Optional<Outage> ofSeveral(AlertScope scope, Watched camera) {
        return outages.all().stream()
                .filter(outage -> outage.scope().equals(scope) && outage.isOfSeveral())
                .filter(outage -> camera.wentDownAt(outage.since()))
                .findFirst();
    }

    boolean has(AlertId alert) {
        return outages.find(alert.value()).isPresent();
    }

    boolean isEmpty() {
        return outages.isEmpty();
    }

    /** Since when nothing more is told of a camera, if it was told of. */
    Optional<Former> former(AlertScope scope, AlertSubject subject) {
        return formers.find(name(scope, subject));
    }

    /** @param known until when it is known to be down */
    void open(AlertScope scope, CameraId camera, Instant since, Instant known, Instant now) {
        var subject = AlertSubject.of(camera);
        open(
                scope,
                subject,
                since,
                List.of(camera),
                known,
                now,
                draft -> draft.at(camera.source(), camera.session(), false));
    }

    /** @param cameras in order of their ids */
    void openTogether(AlertScope scope, List<CameraId> cameras, Instant since, Instant known, Instant now) {
        open(scope, AlertSubject.CAMERAS, since, cameras, known, now, draft -> draft.count(cameras.size()));
    }

    private void open(
            AlertScope scope,
            AlertSubject subject,
            Instant since,
            List<CameraId> cameras,
            Instant known,
            Instant now,
            UnaryOperator<AlertDraft> more) {
        var draft = ledger.opening(AlertKind.CAMERA_DOWN, subject, scope, since.toString(), since, now);
        var closed = ledger.find(draft.id()).filter(alert -> alert.reason() == AlertReason.RULE_CHANGED);
        if (closed.isPresent()) {
            // The same outage, which the rule as it was then did not allow to be told of any more.
            ledger.draft(draft.id())
                    .ifPresent(again -> ledger.reopen(more.apply(seen(again, since, known)), true, now));
        } else {
            ledger.open(more.apply(seen(draft, since, known)), now);
        }
        outages.put(draft.id().value(), new Outage(draft.id(), scope, subject, since, cameras, cameras.size()));
    }

    void join(Outage outage, CameraId camera, Instant now) {
        var joined = outage.with(camera);
        outages.put(outage.alert().value(), joined);
        openDraft(outage.alert())
                .ifPresent(draft -> ledger.revise(draft.count(joined.total()), now, List.of(AlertNews.COUNT)));
    }

    /** Counts an outage that is not told on the last one that was. */
    void count(AlertScope scope, AlertSubject subject, Instant now) {
        former(scope, subject).ifPresent(former -> {
            var counted = new Former(former.alert(), former.until(), former.count() + 1);
            formers.put(name(scope, subject), counted);
            var isDue = ledger.find(former.alert())
                    .map(Alert::writtenAt)
                    .filter(written -> !now.isBefore(written.plus(BETWEEN_COUNTS)))
                    .isPresent();
            // The alert of several counts cameras.
            ledger.draft(former.alert())
                    .filter(draft -> isDue && !subject.equals(AlertSubject.CAMERAS))
                    .ifPresent(draft -> ledger.revise(draft.count(counted.count()), now, List.of(AlertNews.COUNT)));
        });
    }

    /** The camera is live again, or switched off. */
    void back(CameraId camera, Instant when, Instant now) {
        outages.all().stream()
                .filter(outage -> outage.cameras().contains(camera))
                .forEach(outage -> leave(outage, camera::equals, AlertReason.ENDED, when, now));
    }

    /** Cameras that the rule is not about any more, or that are gone. */
    void leave(Predicate<CameraId> cameras, Instant now) {
        outages.all().stream()
                .filter(outage -> outage.cameras().stream().anyMatch(cameras))
                .forEach(outage -> leave(outage, cameras, AlertReason.RULE_CHANGED, now, now));
    }

    private void leave(Outage outage, Predicate<CameraId> cameras, AlertReason reason, Instant when, Instant now) {
        var rest = outage.without(cameras);
        if (rest.cameras().isEmpty()) {
            close(outage, reason, when, now);
            outages.remove(outage.alert().value());
        } else {
            outages.put(outage.alert().value(), rest);
        }
    }

    private void close(Outage outage, AlertReason reason, Instant when, Instant now) {
        openDraft(outage.alert()).ifPresent(draft -> ledger.close(seen(draft, outage.since(), when), reason, now));
        // What nobody was told of silences nothing.
        if (reason == AlertReason.ENDED && ledger.wasTold(outage.alert())) {
            formers.put(name(outage.scope(), outage.subject()), new Former(outage.alert(), when, 0));
        }
    }

    /** Closes what does not hold any more. */
    void closeIf(Predicate<Outage> over, Instant now) {
        outages.all().stream()
                .filter(over)
                .forEach(outage -> leave(outage, any -> true, AlertReason.RULE_CHANGED, now, now));
    }

    /** Closes what is open for too long; it is told again after the cameras were back. */
    void endTooLong(Duration longest, Instant now) {
        outages.all().stream()
                .filter(outage -> !now.isBefore(outage.since().plus(longest)))
                .forEach(outage -> openDraft(outage.alert())
                        .ifPresent(draft -> ledger.close(seen(draft, outage.since(), now), AlertReason.TOO_LONG, now)));
    }

    /** Forgets silences that are over. */
    void forget(Duration silence, Instant now) {
        formers.names().stream()
                .filter(name -> formers.find(name)
                        .filter(former -> now.isAfter(former.until().plus(silence)))
                        .isPresent())
                .toList()
                .forEach(formers::remove);
    }

    void clear() {
        outages.clear();
        formers.clear();
    }

    private Optional<AlertDraft> openDraft(AlertId alert) {
        return ledger.draft(alert).filter(draft -> ledger.isOpen(alert));
    }

    private static AlertDraft seen(AlertDraft draft, Instant since, Instant until) {
        var last = until.isBefore(since) ? since : until;
        return draft.seen(since, last, Duration.between(since, last).toMillis() / MILLIS_PER_SECOND);
    }

    static Comparator<CameraId> order() {
        return Comparator.comparing(CameraId::value);
    }

    private static String name(AlertScope scope, AlertSubject subject) {
        return scope + "|" + subject;
    }
}
