package io.faceline.alerts;

import io.faceline.alerting.book.RuleBook;
import io.faceline.alerting.judge.JudgeMemory;
import io.faceline.alerting.judge.RuleJudge;
import io.faceline.contracts.alert.Acknowledgement;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertChange;
import io.faceline.contracts.alert.AlertId;
import io.faceline.contracts.alert.AlertIdentity;
import io.faceline.contracts.alert.AlertKind;
import io.faceline.contracts.alert.AlertNews;
import io.faceline.contracts.alert.AlertReason;
import io.faceline.contracts.alert.AlertScope;
import io.faceline.contracts.alert.AlertState;
import io.faceline.contracts.alert.AlertSubject;
import io.faceline.contracts.alert.Observation;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.rule.RuleId;
import io.faceline.contracts.rule.RulePriority;
import io.faceline.contracts.rule.RuleSubject;
import io.faceline.contracts.track.TrackUpdate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says at once that the person of its rule is in view, shows the newest shot, and closes the alert 40 s after the track's end.
 * A camera that is not live is an alert until it is.
 */
public final class TestJudge implements RuleJudge {
    public static final Duration HOLD = Duration.ofSeconds(40);

    private final RuleId rule;
    private final JudgeMemory memory;
    private RuleBook book;

    /** An alert as last said. */
    private record Known(Alert alert, SessionId session, boolean hasEnded) {}

    public TestJudge(RuleId rule, RuleBook book, JudgeMemory memory) {
        this.rule = rule;
        this.book = book;
        this.memory = memory;
    }

    @Override
    public List<Alert> onTrack(TrackUpdate track, Instant now) {
        var known = memory.read(track.id(), Known.class);
        var isMeant = person().filter(person -> person.equals(track.identity().person()))
                .isPresent();
        if (known.isEmpty()) {
            return isMeant ? List.of(say(track, opened(track, now))) : List.of();
        }
        var last = known.get().alert();
        if (last.state() == AlertState.CLOSED) {
            return List.of();
        }
        var isShown = track.shot().equals(last.shot());
        var next = next(last, AlertState.OPEN, null, isShown ? AlertNews.COUNT : AlertNews.BETTER_SHOT, track, now);
        memory.write(track.id(), new Known(isShown ? last : next, track.session(), track.end() != null));
        return isShown ? List.of() : List.of(next);
    }

    private Optional<PersonId> person() {
        return book.rule(rule)
                .filter(found -> found.isUsable() && found.who() instanceof RuleSubject.Person)
                .map(found -> ((RuleSubject.Person) found.who()).person());
    }

    private Alert say(TrackUpdate track, Alert alert) {
        memory.write(track.id(), new Known(alert, track.session(), track.end() != null));
        return alert;
    }

    private Alert opened(TrackUpdate track, Instant now) {
        var subject = AlertSubject.of(track.identity().requirePerson());
        var scope = AlertScope.ofSource(track.source());
        return alert(
                AlertId.of(rule, subject, scope, track.id()),
                1,
                AlertState.OPEN,
                null,
                AlertNews.OPENED,
                subject,
                scope,
                track,
                null,
                now);
    }

    private Alert alert(
            AlertId id,
            long revision,
            AlertState state,
            @Nullable AlertReason reason,
            AlertNews news,
            AlertSubject subject,
            AlertScope scope,
            TrackUpdate track,
            @Nullable Acknowledgement acknowledged,
            Instant now) {
        return new Alert(
                id,
                revision,
                state,
                reason,
                List.of(news),
                Alert.isTold(List.of(news)),
                RulePriority.NORMAL,
                rule,
                1,
                AlertKind.APPEARED,
                subject,
                scope,
                track.source(),
                List.of(track.id()),
                track.first().capturedAt(),
                track.last().capturedAt(),
                "Europe/Berlin",
                1,
                AlertIdentity.of(track.identity()),
                track.shot(),
                0,
                0,
                acknowledged,
                false,
                false,
                0,
                null,
                null,
                now,
                now);
    }

    private Alert next(
            Alert last,
            AlertState state,
            @Nullable AlertReason reason,
            AlertNews news,
            TrackUpdate track,
            Instant now) {
        return alert(
                last.id(),
                last.revision() + 1,
                state,
                reason,
                news,
                last.subject(),
                last.scope(),
                track,
                last.acknowledged(),
                now);
    }

    @Override
    public List<Alert> onCamera(Observation.OfCamera camera, Instant now) {
        return List.of();
    }

    @Override
    public List<Alert> onChange(AlertChange change, Instant now) {
        var said = new ArrayList<Alert>();
        for (var key : memory.keys()) {
            var known = memory.read(key, Known.class).orElseThrow();
            if (known.alert().id().equals(change.alert())) {
                said.add(changed(key, known, AlertState.OPEN, null, AlertNews.ACKNOWLEDGED, now, change));
            }
        }
        return said;
    }

    @Override
    public List<Alert> onTime(Instant now, boolean isCaughtUp) {
        var said = new ArrayList<Alert>();
        for (var key : isCaughtUp ? memory.keys() : List.<String>of()) {
            var known = memory.read(key, Known.class).orElseThrow();
            var isDue = !known.alert().lastSeen().plus(HOLD).isAfter(now);
            if (known.hasEnded() && isDue && known.alert().state() == AlertState.OPEN) {
                said.add(changed(key, known, AlertState.CLOSED, AlertReason.ENDED, AlertNews.CLOSED, now, null));
            }
        }
        return said;
    }

    @Override
    public List<Alert> onBook(RuleBook changed, Instant now) {
        book = changed;
        var said = new ArrayList<Alert>();
        for (var key : memory.keys()) {
            var known = memory.read(key, Known.class).orElseThrow();
            reason(known).ifPresent(reason -> said.add(close(key, known, reason, now)));
        }
        return said;
    }

    private Alert close(String key, Known known, AlertReason reason, Instant now) {
        var news = reason == AlertReason.RULE_CHANGED ? AlertNews.CLOSED : AlertNews.ERASED;
        return changed(key, known, AlertState.CLOSED, reason, news, now, null);
    }

    private Optional<AlertReason> reason(Known known) {
        var alert = known.alert();
        var isOpen = alert.state() == AlertState.OPEN;
        if (alert.subject().person().filter(book.erasure()::isDeleted).isPresent()) {
            return alert.reason() == AlertReason.ERASED ? Optional.empty() : Optional.of(AlertReason.ERASED);
        }
        if (isOpen && book.erasure().hasEnded(known.session())) {
            return Optional.of(AlertReason.SOURCE_DELETED);
        }
        return isOpen && book.rule(rule).isEmpty() ? Optional.of(AlertReason.RULE_CHANGED) : Optional.empty();
    }

    private Alert changed(
            String key,
            Known known,
            AlertState state,
            @Nullable AlertReason reason,
            AlertNews news,
            Instant now,
            @Nullable AlertChange change) {
        var last = known.alert();
        var isErased = news == AlertNews.ERASED;
        var next = new Alert(
                last.id(),
                last.revision() + 1,
                state,
                reason,
                List.of(news),
                Alert.isTold(List.of(news)),
                last.priority(),
                rule,
                1,
                last.kind(),
                reason == AlertReason.ERASED ? AlertSubject.ERASED : last.subject(),
                last.scope(),
                last.source(),
                last.tracks(),
                last.firstSeen(),
                last.lastSeen(),
                last.zone(),
                1,
                isErased ? null : last.identity(),
                isErased ? null : last.shot(),
                0,
                0,
                change == null ? last.acknowledged() : new Acknowledgement(change.by(), change.at(), null),
                false,
                false,
                0,
                null,
                null,
                last.openedAt(),
                now);
        memory.write(key, new Known(next, known.session(), true));
        return next;
    }

    @Override
    public boolean isEmpty() {
        return memory.keys().stream()
                .allMatch(key ->
                        memory.read(key, Known.class).orElseThrow().alert().state() == AlertState.CLOSED);
    }
}
