package io.faceline.alerting.judge.track;

import io.faceline.alerting.book.RuleBook;
import io.faceline.alerting.judge.AlertLedger;
import io.faceline.alerting.judge.JudgeMemory;
import io.faceline.alerting.judge.RuleJudge;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertChange;
import io.faceline.contracts.alert.AlertScope;
import io.faceline.contracts.alert.Observation;
import io.faceline.contracts.rule.AlertRule;
import io.faceline.contracts.rule.RuleId;
import io.faceline.contracts.track.TrackEnd;
import io.faceline.contracts.track.TrackUpdate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Judges by a rule about somebody in view: a person, a list, unknown people, or whoever is not on a list. Not thread-safe. */
public final class TrackJudge implements RuleJudge {
    /** Looks further apart are not in view in between. */
    private static final Duration GAP = Duration.ofMillis(2500);

    private final AlertLedger ledger;
    private final Visits visits;
    private final TrackNotes notes;
    private final LookTimes times;
    private final Company company;
    private final Silences silences;
    private final Crowds crowds;
    private final VisitAlerts alerts;
    private final Forgetting forgetting;
    private final RuleChanges changes;
    private final VisitJoining joining;
    private final HandCorrections corrections;
    private final VisitEnds ends;
    private boolean isSettled;

    /** @param kept for how long alerts are kept after their last look */
    public TrackJudge(RuleId rule, RuleBook book, JudgeMemory memory, Duration kept) {
        ledger = new AlertLedger(rule, book, memory, kept);
        visits = new Visits(memory);
        notes = new TrackNotes(memory);
        times = new LookTimes(memory);
        company = new Company(memory);
        silences = new Silences(memory, ledger);
        crowds = new Crowds(memory, ledger);
        alerts = new VisitAlerts(ledger, visits, silences, crowds);
        var replacements = new Replacements(memory);
        forgetting = new Forgetting(memory, visits, notes, company, silences, crowds, replacements, kept);
        changes = new RuleChanges(memory, ledger, visits, crowds, alerts);
        joining = new VisitJoining(visits, times);
        ends = new VisitEnds(visits, crowds, alerts);
        corrections = new HandCorrections(ledger, visits, notes, silences, alerts, replacements);
    }

    private Optional<AlertRule> rule() {
        return ledger.rule().filter(ledger.book()::isUsable);
    }

    @Override
    public List<Alert> onTrack(TrackUpdate track, Instant now) {
        settle(now);
        rule().filter(rule -> !forgetting.isErased(track, ledger.book().erasure()))
                .ifPresent(rule ->
                        judge(rule, forgetting.cleaned(track, ledger.book().erasure()), now));
        return ledger.taken();
    }

    @Override
    public List<Alert> onCamera(Observation.OfCamera camera, Instant now) {
        settle(now);
        return ledger.taken();
    }

    @Override
    public List<Alert> onChange(AlertChange change, Instant now) {
        settle(now);
        ledger.onChange(change, now);
        corrections.accept(change, this::maybeSay, now);
        return ledger.taken();
    }

    @Override
    public List<Alert> onTime(Instant now, boolean isCaughtUp) {
        settle(now);
        if (isCaughtUp) {
            rule().ifPresent(rule -> ends.due(rule, now));
            silences.onTime(now);
            crowds.onTime(now);
            noteUnmuted(() -> ledger.onTime(now));
            forgetting.onTime(now, times, rule());
        }
        return ledger.taken();
    }

    @Override
    public List<Alert> onBook(RuleBook book, Instant now) {
        noteUnmuted(() -> ledger.onBook(book, now));
        forgetting.erase(book.erasure());
        isSettled = false;
        settle(now);
        return ledger.taken();
    }

    @Override
    public boolean isEmpty() {
        return ledger.isEmpty() && visits.isEmpty();
    }

    /** Judges what is open by the rule as of now, once. */
    private void settle(Instant now) {
        if (!isSettled) {
            isSettled = true;
            if (changes.isFirst()) {
                // What another judge knew, of the rule when it was about something else.
                forgetting.all();
            }
            changes.settle(this::maybeSay, now);
            if (ledger.rule().map(AlertRule::who).filter(Findings::isOfTracks).isEmpty()) {
                forgetting.all();
            }
        }
    }

    /** An alert that is told once its mute is over begins a silence. */
    private void noteUnmuted(Runnable work) {
        var untold = visits.where(visit -> visit.stage() == VisitStage.OPEN && !wasTold(visit));
        work.run();
        rule().ifPresent(rule -> untold.stream().filter(this::wasTold).forEach(visit -> note(visit, rule)));
    }

    private boolean wasTold(Visit visit) {
        return visit.alert() != null && ledger.wasTold(visit.alert());
    }

    private void note(Visit visit, AlertRule rule) {
        if (visit.alert() != null) {
            silences.note(visit, visit.alert(), rule, changes.condition());
        }
    }

    private void judge(AlertRule rule, TrackUpdate track, Instant now) {
        var scopes = ledger.book().scopes(rule.where(), track.source(), track.session());
        if (!scopes.isEmpty()) {
            times.judged(track, now);
        }
        var look = times.of(track, track.last());
        company.meet(rule, ledger.book(), track, look);
        if (scopes.isEmpty()) {
            return;
        }
        forgetting.seen(track);
        var note = notes.find(track.id()).orElseGet(() -> TrackNote.begun(times.of(track, track.first())));
        var hash = TrackNotes.hash(track);
        if (note.isNew(track.revision(), hash)) {
            ends.over(rule, track.source(), look, now);
            var corrected = removeFromWrong(rule, track, note, now);
            var known = visits.ofTrack(track.id()).stream().map(Visit::key).toList();
            addToVisits(rule, scopes, track, corrected, now);
            var here = visits.ofTrack(track.id());
            here.forEach(visit -> goOn(visit, rule, track, look, corrected, !known.contains(visit.key()), now));
            keep(track, corrected.judged(track.revision(), hash, look, track.end() != null), !here.isEmpty());
            endOfTrack(rule, track, now);
        }
    }

    /** Notes a track that ever was of a visit: a replay of it could say something twice. */
    private void keep(TrackUpdate track, TrackNote note, boolean isOfVisit) {
        if (isOfVisit || notes.find(track.id()).isPresent()) {
            notes.keep(track.id(), note);
        }
    }

    private void endOfTrack(AlertRule rule, TrackUpdate track, Instant now) {
        if (track.end() != null) {
            notes.allowAll(track.id());
        }
        if (track.end() == TrackEnd.SOURCE_ENDED) {
            ends.ofSource(rule, track.source(), now);
        }
    }

    private TrackNote removeFromWrong(AlertRule rule, TrackUpdate track, TrackNote note, Instant now) {
        var corrected = note;
        var not = notes.not(track.id());
        for (var visit : visits.ofTrack(track.id())) {
            if (Findings.isWrong(visit, rule, ledger.book(), track.identity(), not)) {
                var rest = visit.without(track.id());
                if (rest.isInView() || rest.ended() > 0) {
                    visits.keep(rest);
                } else {
                    visits.remove(visit);
                    if (alerts.correct(visit, track.identity(), now) && visit.alert() != null) {
                        corrected = corrected.corrected(visit.alert());
                    }
                }
            }
        }
        return corrected;
    }

    private void addToVisits(AlertRule rule, List<AlertScope> scopes, TrackUpdate track, TrackNote note, Instant now) {
        Findings.subject(rule, ledger.book(), track.identity(), notes.not(track.id()))
                .ifPresent(subject -> {
                    var here = visits.ofTrack(track.id()).stream()
                            .map(Visit::scope)
                            .toList();
                    scopes.stream().filter(scope -> !here.contains(scope)).forEach(scope -> {
                        ends.over(rule, subject, scope, times.of(track, track.last()), now);
                        joining.add(rule, subject, scope, track, note, now);
                    });
                });
    }

    /** @param isNew whether the track was not of the visit before, so that all its looks are new to it */
    private void goOn(
            Visit visit, AlertRule rule, TrackUpdate track, Instant look, TrackNote note, boolean isNew, Instant now) {
        var from = isNew ? times.of(track, track.first()) : note.last();
        var seen = seen(visit, rule, track, from, look, isNew, now);
        var isSure = Findings.isSure(rule, visit.subject(), track.identity());
        var next = visit.with(seen)
                .with(Faces.next(visit, track, look), visit.isOfKnown() ? visit.isSure() || isSure : isSure);
        if (track.end() != null) {
            next = next.endOf(track.id());
        }
        visits.keep(judged(next, rule, now));
    }

    private static Visit.Seen seen(
            Visit visit, AlertRule rule, TrackUpdate track, Instant from, Instant look, boolean isNew, Instant now) {
        var before = visit.seen();
        var begins = from.isAfter(before.last()) ? from : before.last();
        var isInView = isNew || Duration.between(from, look).compareTo(GAP) <= 0;
        var seconds = isInView ? LookTimes.secondsWithin(rule, begins, look) : 0;
        var isLater = look.isAfter(before.last());
        return new Visit.Seen(
                isLater ? track.source() : before.source(),
                isLater ? track.session() : before.session(),
                before.isFilm(),
                from.isBefore(before.first()) ? from : before.first(),
                isLater ? look : before.last(),
                before.seconds() + seconds,
                now);
    }

    private Visit judged(Visit visit, AlertRule rule, Instant now) {
        return switch (visit.stage()) {
            case WAITING, COUNTED -> maybeSay(visit, rule, now);
            case OPEN -> alerts.revise(visit, rule, now);
            case CROWD -> {
                crowds.seen(visit);
                yield visit;
            }
            case SPENT -> visit;
        };
    }

    /** Says that the rule holds, if it does. */
    private Visit maybeSay(Visit visit, AlertRule rule, Instant now) {
        var last = visit.seen().last();
        var holds = visit.isSure() && Findings.isLongEnough(rule, visit) && rule.includes(last);
        return holds && !company.isQuiet(rule, ledger.book(), visit.seen().source(), last)
                ? alerts.say(visit, rule, changes.condition(), now)
                : visit;
    }
}
