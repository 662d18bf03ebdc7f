package io.faceline.api.alerts.attendance;

import io.faceline.api.alerts.table.AlertReaders;
import io.faceline.api.alerts.view.AlertView;
import io.faceline.api.alerts.view.AlertView.AlertPerson;
import io.faceline.api.alerts.view.AlertViews;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertKind;
import io.faceline.contracts.alert.AlertReason;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.rule.GroupId;
import io.faceline.contracts.rule.SourceGroup;
import io.faceline.contracts.rule.SourceRole;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Makes rows of attendance of the alerts of a list's rules: each says when somebody was seen first and last. Thread-safe.
 */
final class AttendanceDays {
    private final AlertReaders known;
    private final AlertViews views;

    AttendanceDays(AlertReaders known, AlertViews views) {
        this.known = known;
        this.views = views;
    }

    private record PersonDay(AlertPerson person, LocalDate day) {
        static final Comparator<PersonDay> ORDER = Comparator.comparing(PersonDay::day)
                .thenComparing(one -> one.person().name(), String.CASE_INSENSITIVE_ORDER)
                .thenComparing(one -> one.person().id().value());
    }

    /** By day, then by name. */
    List<AttendanceRow> rows(AttendanceQuery query) {
        var rows = new ArrayList<AttendanceRow>();
        days(query).forEach((day, spells) -> {
            for (var number = 0; number < spells.size(); number++) {
                rows.add(AttendanceRow.of(day.person, day.day, number, spells.get(number), query.zone()));
            }
        });
        return rows;
    }

    /** Those who came on the day of this time and did not clearly go, by name. */
    List<InsideRow> inside(AttendanceQuery query, Instant now) {
        return days(query.today(now)).entrySet().stream()
                .flatMap(day -> inside(day.getKey().person, day.getValue(), query).stream())
                .toList();
    }

    private static Optional<InsideRow> inside(AlertPerson person, List<Spell> spells, AttendanceQuery query) {
        var last = spells.get(spells.size() - 1);
        return last.isClosed()
                ? Optional.empty()
                : Optional.of(new InsideRow(
                        person,
                        AttendanceRow.time(last.from(), query.zone()),
                        AttendanceRow.time(last.last().at(), query.zone()),
                        last.last().source(),
                        last.out().isEmpty()));
    }

    private Map<PersonDay, List<Spell>> days(AttendanceQuery query) {
        var roles = roles(query.group());
        var readings = new TreeMap<PersonDay, List<Reading>>(PersonDay.ORDER);
        known.alerts().all().filter(alert -> isOf(alert, query)).forEach(alert -> add(readings, alert, roles, query));
        var days = new TreeMap<PersonDay, List<Spell>>(PersonDay.ORDER);
        readings.forEach((day, ofDay) -> days.put(day, Spells.of(ofDay)));
        return days;
    }

    private boolean isOf(Alert alert, AttendanceQuery query) {
        return alert.kind() == AlertKind.APPEARED
                && alert.reason() != AlertReason.CORRECTED
                && alert.source() != null
                && known.rule(alert.rule())
                        .flatMap(AlertViews::list)
                        .filter(query.list()::equals)
                        .isPresent();
    }

    private void add(
            Map<PersonDay, List<Reading>> readings, Alert alert, Map<String, SourceRole> roles, AttendanceQuery query) {
        var view = views.of(alert);
        var person = view.person();
        var isOfGroup = query.group().isEmpty() || roles.containsKey(alert.source());
        if (person == null || !isOfGroup) {
            return;
        }
        Stream.of(alert.firstSeen(), alert.lastSeen()).distinct().forEach(at -> {
            var day = query.day(at);
            if (query.includes(day)) {
                readings.computeIfAbsent(new PersonDay(person, day), any -> new ArrayList<>())
                        .add(reading(alert, view, at, roles));
            }
        });
    }

    private static Reading reading(Alert alert, AlertView view, Instant at, Map<String, SourceRole> roles) {
        var identity = alert.identity();
        return new Reading(
                view.person().id(),
                at,
                alert.source(),
                roles.getOrDefault(alert.source(), SourceRole.BOTH),
                identity != null && identity.decision() == Decision.MATCH,
                alert.replaces() != null);
    }

    /** What being seen at each source means. */
    private Map<String, SourceRole> roles(Optional<GroupId> wanted) {
        var roles = new HashMap<String, SourceRole>();
        known.groups().stream()
                .filter(group -> wanted.isEmpty() || wanted.get().equals(group.id()))
                .forEach(group ->
                        group.sources().forEach(source -> roles.merge(source, role(group), AttendanceDays::together)));
        return roles;
    }

    private static SourceRole role(SourceGroup group) {
        return group.role() == SourceRole.UNKNOWN ? SourceRole.BOTH : group.role();
    }

    /** A group without a direction says nothing of its sources; groups with two make a source of both. */
    private static SourceRole together(SourceRole one, SourceRole other) {
        if (one == SourceRole.BOTH || one == other) {
            return other;
        }
        return other == SourceRole.BOTH ? one : SourceRole.BOTH;
    }
}
