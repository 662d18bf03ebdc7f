package io.faceline.api.alerts;

import io.faceline.api.alerts.AlertWrites.Said;
import io.faceline.api.alerts.table.AlertTable;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertChange;
import io.faceline.contracts.alert.AlertId;
import io.faceline.contracts.alert.AlertIdentity;
import io.faceline.contracts.identity.PersonId;
import io.faceline.runtime.http.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes what people say of alerts, and waits a while until it can be read. Blocks. Thread-safe. */
final class ChangeAlerts {
    /** alerts-stream is moments behind, unless it catches up or does not run. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final AlertTable alerts;
    private final AlertWrites writes;
    private final AlertCorrections corrections;
    private final InstantSource clock;

    ChangeAlerts(AlertTable alerts, AlertWrites writes, AlertCorrections corrections, InstantSource clock) {
        this.alerts = alerts;
        this.writes = writes;
        this.corrections = corrections;
        this.clock = clock;
    }

    /** The first acknowledgement counts; a later one changes nothing. */
    Alert acknowledge(Alert alert, AlertBody said) {
        if (alert.acknowledged() != null) {
            return alert;
        }
        var change = said.inBounds(() -> new AlertChange.Acknowledge(
                alert.id(), said.by(), now(), said.note().orElse(null)));
        writes.say(List.of(new Said(alert.rule(), change)));
        return visible(alert, List.of(alert), now -> now.acknowledged() != null);
    }

    /**
     * It is somebody else, in every alert of the same tracks and person, and in the tracks themselves.
     *
     * @param right who it is; null if nobody said it
     */
    Alert correct(Alert alert, AlertBody said, @Nullable PersonId right) {
        var wrong = people(alert).findFirst().orElseThrow(() -> refused("NOBODY_NAMED", "the alert names nobody"));
        if (wrong.equals(right)) {
            throw new ProblemException(400, "BAD_REQUEST", "\"person\" must be somebody else than the alert names");
        }
        var at = now();
        var same = same(alert, other -> people(other).anyMatch(wrong::equals));
        var changes = said.inBounds(() -> said(same, id -> new AlertChange.Correct(id, said.by(), at, wrong, right)));
        writes.say(changes);
        writes.correct(corrections.not(wrong, right, alert.tracks(), at));
        return visible(alert, same, now -> wrong.equals(now.was()));
    }

    /** Takes back what {@link #correct} did. */
    Alert restore(Alert alert, AlertBody said) {
        var was = Optional.ofNullable(alert.was())
                .orElseThrow(() -> refused("NOT_CORRECTED", "the alert was not corrected, or is restored already"));
        var at = now();
        var same = same(alert, other -> was.equals(other.was()));
        var changes = said.inBounds(() -> said(same, id -> new AlertChange.Restore(id, said.by(), at)));
        writes.say(changes);
        writes.correct(corrections.maybe(was, alert.tracks(), at));
        var before = same.stream().collect(Collectors.toUnmodifiableMap(Alert::id, Alert::revision));
        return visible(alert, same, now -> isLater(now, before));
    }

    private static boolean isLater(Alert now, Map<AlertId, Long> before) {
        return now.revision() > before.getOrDefault(now.id(), 0L);
    }

    /** Whom an alert names: its subject, whom its face is or may be, and whom it was thought to be. */
    private static Stream<PersonId> people(Alert alert) {
        return Stream.of(
                        alert.subject().person(),
                        Optional.ofNullable(alert.identity()).map(AlertIdentity::person),
                        Optional.ofNullable(alert.was()))
                .flatMap(Optional::stream);
    }

    /** This alert, and others of its tracks. */
    private List<Alert> same(Alert alert, Predicate<Alert> isOfPerson) {
        var others = alerts.ofTracks(alert.tracks()).stream()
                .filter(other -> !other.id().equals(alert.id()))
                .filter(isOfPerson);
        return Stream.concat(Stream.of(alert), others).toList();
    }

    private static List<Said> said(List<Alert> same, Function<AlertId, AlertChange> change) {
        return same.stream()
                .map(one -> new Said(one.rule(), change.apply(one.id())))
                .toList();
    }

    private Alert visible(Alert alert, List<Alert> changed, Predicate<Alert> condition) {
        var ids = changed.stream().map(Alert::id).toList();
        if (!alerts.holdsWithin(PATIENCE, ids, condition)) {
            throw new ProblemException(
                    202,
                    "NOT_YET_VISIBLE",
                    "it is written, but the alert does not show it yet; look again in a moment");
        }
        return alerts.find(alert.id()).orElseThrow(AlertAccess::noSuchAlert);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static ProblemException refused(String code, String detail) {
        return new ProblemException(409, code, detail);
    }
}
