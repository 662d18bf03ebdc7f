package io.faceline.alerting.judge.special.down;

import io.faceline.alerting.book.RuleBook;
import io.faceline.alerting.judge.AlertLedger;
import io.faceline.alerting.judge.JudgeMemory;
import io.faceline.alerting.judge.RuleJudge;
import io.faceline.alerting.judge.special.shared.CameraSilence;
import io.faceline.alerting.judge.special.shared.Places;
import io.faceline.alerting.judge.special.shared.Records;
import io.faceline.alerting.judge.special.shared.Strays;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertChange;
import io.faceline.contracts.alert.AlertScope;
import io.faceline.contracts.alert.AlertSubject;
import io.faceline.contracts.alert.Observation;
import io.faceline.contracts.camera.CameraCondition;
import io.faceline.contracts.camera.CameraId;
import io.faceline.contracts.rule.AlertBreadth;
import io.faceline.contracts.rule.AlertRule;
import io.faceline.contracts.rule.RuleId;
import io.faceline.contracts.rule.RuleSubject;
import io.faceline.contracts.track.TrackUpdate;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says which cameras are down, and a site's outage once. Not thread-safe. */
public final class CameraDownJudge implements RuleJudge {
    /** With fewer cameras each is told of. */
    private static final int SEVERAL = 3;
    /** Between the clocks of two machines. */
    private static final Duration SKEW = Duration.ofSeconds(5);

    private final AlertLedger ledger;
    private final Outages outages;
    private final Records<Watched> cameras;
    private @Nullable Instant caughtUpSince;
    private boolean isSettled;

    /** The rule as it is now. */
    private record Terms(AlertRule rule, Duration after, Places places) {
        private Duration silence() {
            return Duration.ofSeconds(rule.limits().silenceSeconds());
        }
    }

    public CameraDownJudge(RuleId rule, RuleBook book, JudgeMemory memory, Duration kept) {
        ledger = new AlertLedger(rule, book, memory, kept);
        outages = new Outages(memory, ledger);
        cameras = new Records<>(memory, Records.DOWN + "camera", Watched.class);
    }

    @Override
    public List<Alert> onTrack(TrackUpdate track, Instant now) {
        settle(now);
        return ledger.taken();
    }

    @Override
    public List<Alert> onCamera(Observation.OfCamera camera, Instant now) {
        settle(now);
        terms().filter(terms -> terms.places().include(camera.camera()))
                .filter(terms -> !ledger.book().erasure().isDeletedCamera(camera.camera()))
                .ifPresent(terms -> judge(camera, terms, now));
        return ledger.taken();
    }

    private void judge(Observation.OfCamera state, Terms terms, Instant now) {
        var name = state.camera().value();
        var before = cameras.find(name).map(known -> known.isGapBefore(state) ? known.silent() : known);
        if (before.filter(known -> !state.at().isAfter(known.at())).isPresent()) {
            return;
        }
        var after = before.map(known -> known.with(state)).orElseGet(() -> Watched.of(state));
        if (after.downSince() == null && before.isPresent()) {
            // It may have been down for long enough, while nobody looked.
            if (state.condition() == CameraCondition.LIVE) {
                cameras.put(name, before.get());
                judgeDue(state.since(), terms, now);
            }
            outages.back(state.camera(), state.since(), now);
        }
        cameras.put(name, after);
        judgeDue(state.at(), terms, now);
    }

    /** Tells of what is down for long enough at this time. */
    private void judgeDue(Instant time, Terms terms, Instant now) {
        if (!terms.rule().includes(time)) {
            return;
        }
        cameras.all().stream()
                .filter(camera -> camera.downSince() != null)
                .sorted(Comparator.comparing(Watched::downSince)
                        .thenComparing(camera -> camera.camera().value()))
                .forEach(camera -> terms.places()
                        .scopes(camera.camera().source())
                        .forEach(scope -> judge(camera, scope, time, terms, now)));
    }

    private void judge(Watched camera, AlertScope scope, Instant time, Terms terms, Instant now) {
        if (outages.isTold(scope, camera.camera())) {
            return;
        }
        var due = camera.dueAt(terms.after(), !canBeOneOutage(scope, terms));
        if (due == null || due.isAfter(time)) {
            return;
        }
        var since = Objects.requireNonNull(camera.downSince());
        var outage = outages.ofSeveral(scope, camera);
        var together = together(camera, scope, terms);
        if (outage.isPresent()) {
            outages.join(outage.get(), camera.camera(), now);
        } else if (!together.isEmpty()) {
            tell(
                    AlertSubject.CAMERAS,
                    camera,
                    scope,
                    time,
                    terms,
                    now,
                    () -> outages.openTogether(scope, together, since, time, now));
        } else {
            tell(
                    AlertSubject.of(camera.camera()),
                    camera,
                    scope,
                    time,
                    terms,
                    now,
                    () -> outages.open(scope, camera.camera(), since, time, now));
        }
    }

    /** Tells, or counts while there is silence after the last time. What is still down when it ends is told. */
    private void tell(
            AlertSubject subject,
            Watched camera,
            AlertScope scope,
            Instant time,
            Terms terms,
            Instant now,
            Runnable opening) {
        var isSilent = outages.former(scope, subject)
                .filter(former -> time.isBefore(former.until().plus(terms.silence())))
                .isPresent();
        if (!isSilent) {
            opening.run();
        } else if (!camera.isCounted()) {
            outages.count(scope, subject, now);
            cameras.put(camera.camera().value(), camera.counted());
        }
    }

    /** The cameras that went down with this one, if they are a site's outage, in order of their ids; else none. */
    private List<CameraId> together(Watched camera, AlertScope scope, Terms terms) {
        if (!canBeOneOutage(scope, terms)) {
            return List.of();
        }
        var all = terms.places().cameras(scope, known());
        var since = Objects.requireNonNull(camera.downSince());
        var down = all.stream()
                .filter(one -> cameras.find(one.value())
                        .filter(watched -> watched.wentDownAt(since))
                        .isPresent())
                .filter(one -> !outages.isTold(scope, one))
                .sorted(Outages.order())
                .toList();
        return down.size() >= SEVERAL && 2 * down.size() > all.size() ? down : List.of();
    }

    private boolean canBeOneOutage(AlertScope scope, Terms terms) {
        return terms.rule().where().per() != AlertBreadth.SOURCE
                && terms.places().cameras(scope, known()).size() >= SEVERAL;
    }

    private List<CameraId> known() {
        return cameras.all().stream().map(Watched::camera).toList();
    }

    @Override
    public List<Alert> onChange(AlertChange change, Instant now) {
        settle(now);
        ledger.onChange(change, now);
        return ledger.taken();
    }

    @Override
    public List<Alert> onTime(Instant now, boolean isCaughtUp) {
        settle(now);
        if (!isCaughtUp) {
            caughtUpSince = null;
            return ledger.taken();
        }
        var since = caughtUpSince == null ? now : caughtUpSince;
        caughtUpSince = since;
        ledger.onTime(now);
        terms().ifPresent(terms -> {
            if (now.isAfter(since.plus(CameraSilence.LONGEST))) {
                cameras.all().stream()
                        .filter(camera -> camera.isOverdue(now))
                        .forEach(camera -> cameras.put(camera.camera().value(), camera.silent()));
            }
            judgeDue(now, terms, now);
            outages.endTooLong(Duration.ofSeconds(terms.rule().limits().longestSeconds()), now);
            outages.forget(terms.silence(), now);
        });
        return ledger.taken();
    }

    @Override
    public List<Alert> onBook(RuleBook book, Instant now) {
        ledger.onBook(book, now);
        isSettled = true;
        adapt(now);
        return ledger.taken();
    }

    private void adapt(Instant now) {
        terms().ifPresentOrElse(terms -> leave(terms, now), () -> {
            outages.closeIf(any -> true, now);
            outages.clear();
            cameras.clear();
        });
        Strays.close(ledger, outages::has, now);
    }

    /** Judges what is open by the rule as of now, once: it may have changed while nobody judged. */
    private void settle(Instant now) {
        if (!isSettled) {
            isSettled = true;
            adapt(now);
        }
    }

    /** Takes leave of cameras that are not meant any more, and of outages that would not be told now. */
    private void leave(Terms terms, Instant now) {
        var places = terms.places();
        known().stream()
                .filter(camera ->
                        !places.include(camera) || ledger.book().erasure().isDeletedCamera(camera))
                .forEach(camera -> {
                    outages.leave(camera::equals, now);
                    cameras.remove(camera.value());
                });
        outages.closeIf(outage -> !holds(outage, terms, now), now);
    }

    /** Whether the rule, as it is now, would have told of it. */
    private boolean holds(Outage outage, Terms terms, Instant now) {
        return !now.isBefore(outage.since().plus(terms.after()).minus(SKEW))
                && terms.places().all(known()).contains(outage.scope());
    }

    @Override
    public boolean isEmpty() {
        return ledger.isEmpty() && outages.isEmpty();
    }

    private Optional<Terms> terms() {
        return ledger.rule()
                .filter(rule -> ledger.book().isUsable(rule))
                .flatMap(rule -> rule.who() instanceof RuleSubject.CameraDown down
                        ? Optional.of(new Terms(
                                rule, Duration.ofSeconds(down.afterSeconds()), new Places(rule.where(), ledger.book())))
                        : Optional.empty());
    }
}
