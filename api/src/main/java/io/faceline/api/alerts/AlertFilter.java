package io.faceline.api.alerts;

import io.faceline.api.alerts.table.AlertReaders;
import io.faceline.api.alerts.view.AlertView;
import io.faceline.api.alerts.view.AlertViews;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertKind;
import io.faceline.contracts.alert.AlertState;
import io.faceline.contracts.rule.SourceGroup;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which alerts are asked for. All that is given must hold; of a parameter that is given several times, one value.
 *
 * @param from the alert must not have ended before
 * @param to the alert must have begun before
 * @param text part of the name of the person, rule or source, in lower case
 */
record AlertFilter(
        Set<AlertState> states,
        Set<AlertKind> kinds,
        Set<String> rules,
        Set<String> lists,
        Set<String> people,
        Set<String> sources,
        Set<String> groups,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<Boolean> acknowledged,
        Optional<Boolean> muted,
        Optional<Boolean> late,
        Optional<String> text) {
    /** Whether it is about what the asker may see of the alert too, for which a view is needed. */
    boolean takes(Alert alert, AlertReaders known) {
        return takesMarks(alert)
                && (states.isEmpty() || states.contains(alert.state()))
                && (kinds.isEmpty() || kinds.contains(alert.kind()))
                && (rules.isEmpty() || rules.contains(alert.rule().value()))
                && from.filter(time -> alert.lastSeen().isBefore(time)).isEmpty()
                && to.filter(time -> !alert.firstSeen().isBefore(time)).isEmpty()
                && (sources.isEmpty() || (alert.source() != null && sources.contains(alert.source())))
                && (lists.isEmpty() || isOfList(alert, known))
                && (groups.isEmpty() || isOfGroup(alert, known));
    }

    private boolean takesMarks(Alert alert) {
        return holds(acknowledged, alert.acknowledged() != null)
                && holds(muted, alert.muted())
                && holds(late, alert.late());
    }

    private static boolean holds(Optional<Boolean> asked, boolean is) {
        return asked.isEmpty() || asked.get() == is;
    }

    private boolean isOfList(Alert alert, AlertReaders known) {
        return known.rule(alert.rule())
                .flatMap(AlertViews::list)
                .filter(list -> lists.contains(list.value()))
                .isPresent();
    }

    private boolean isOfGroup(Alert alert, AlertReaders known) {
        if (alert.scope()
                .group()
                .filter(group -> groups.contains(group.value()))
                .isPresent()) {
            return true;
        }
        var source = alert.source();
        return source != null
                && known.groups().stream()
                        .filter(group -> groups.contains(group.id().value()))
                        .map(SourceGroup::sources)
                        .anyMatch(sources -> sources.contains(source));
    }

    /** Whether the names in it are asked for: only those that the asker may see. */
    boolean takes(AlertView view) {
        return (people.isEmpty()
                        || Stream.of(view.person(), view.wasPerson())
                                .anyMatch(person -> person != null
                                        && people.contains(person.id().value())))
                && text.filter(part -> !isNamed(view, part)).isEmpty();
    }

    private static boolean isNamed(AlertView view, String part) {
        var person = Optional.ofNullable(view.person()).map(AlertView.AlertPerson::name);
        Predicate<String> contains = name -> name.toLowerCase(Locale.ROOT).contains(part);
        return Stream.of(
                        person,
                        Optional.ofNullable(view.ruleName()),
                        Optional.ofNullable(view.sourceName()),
                        Optional.ofNullable(view.groupName()))
                .flatMap(Optional::stream)
                .anyMatch(contains);
    }
}
