package io.faceline.systemtests.alertchaos;

import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertNews;
import io.faceline.contracts.alert.AlertReason;
import io.faceline.contracts.alert.AlertState;
import io.faceline.systemtests.alertchaos.Hook.Got;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Compares what a receiver got with what is in {@code alerts}. */
final class DeliveryChecks {
    private final String receiver;
    private final boolean isToldOfEnds;
    private final Map<String, List<Alert>> alerts;
    private final List<Got> got;
    private final List<String> violations = new ArrayList<>();

    /** @param got in the order in which it came */
    DeliveryChecks(AlertEvidence evidence, String receiver, List<Got> got, boolean isToldOfEnds) {
        this.receiver = receiver;
        this.isToldOfEnds = isToldOfEnds;
        this.got = List.copyOf(got);
        alerts = evidence.alerts().stream()
                .collect(Collectors.groupingBy(alert -> alert.id().value(), LinkedHashMap::new, Collectors.toList()));
    }

    List<String> violations() {
        checkIds();
        checkOrder();
        alerts.forEach((id, revisions) -> checkComplete(revisions, accepted(id)));
        return List.copyOf(violations);
    }

    private List<Got> accepted(String alert) {
        return got.stream()
                .filter(message -> message.isAccepted() && message.alert().equals(alert))
                .toList();
    }

    /** Each message is about a revision, and the same whenever it comes. */
    private void checkIds() {
        var bodies = new HashMap<String, String>();
        for (var message : got) {
            var revision = alerts.getOrDefault(message.alert(), List.of()).stream()
                    .filter(alert -> alert.message().equals(message.id()))
                    .findFirst();
            if (revision.isEmpty() || message.revision() != revision.get().revision()) {
                violation("is told " + message.id() + ", which is no revision of " + message.alert());
            } else if (!tells(revision.get()) && news(message, "missed").isEmpty()) {
                violation("is told " + message.id() + ", which tells nothing");
            }
            var before = bodies.putIfAbsent(message.id(), message.body());
            if (before != null && !before.equals(message.body())) {
                violation("is told " + message.id() + " in two ways: " + before + " and " + message.body());
            }
        }
    }

    /** Nothing comes after something newer about the same alert, or again after it was accepted and something else was. */
    private void checkOrder() {
        var newest = new HashMap<String, Long>();
        for (var message : got) {
            var before = newest.merge(message.alert(), message.revision(), Math::max);
            if (before > message.revision()) {
                violation("is told " + message.id() + " after revision " + before);
            }
        }
    }

    private void checkComplete(List<Alert> revisions, List<Got> accepted) {
        var heard = new HashSet<Long>();
        accepted.forEach(message -> heard.add(message.revision()));
        var isTakenBackUntold =
                accepted.isEmpty() && revisions.stream().anyMatch(alert -> alert.reason() == AlertReason.CORRECTED);
        if (isTakenBackUntold) {
            return;
        }
        for (var revision : revisions) {
            if (tells(revision) && !heard.contains(revision.revision()) && !isMadeUpFor(revision, accepted)) {
                violation("was never told " + revision.message() + " " + revision.rule() + " " + revision.changes());
            }
        }
    }

    /** While a receiver is away only the newest revision waits, and says what was missed. */
    private static boolean isMadeUpFor(Alert revision, List<Got> accepted) {
        return accepted.stream()
                .filter(message -> message.revision() > revision.revision())
                .findFirst()
                .filter(message -> said(message).containsAll(news(revision)))
                .isPresent();
    }

    private static Set<String> said(Got message) {
        var said = new HashSet<>(news(message, "missed"));
        said.addAll(news(message, "changes"));
        return said;
    }

    private static Set<String> news(Got message, String field) {
        return StreamSupport.stream(message.json().path(field).spliterator(), false)
                .map(each -> each.asText())
                .collect(Collectors.toSet());
    }

    private static Set<String> news(Alert revision) {
        return revision.changes().stream().map(AlertNews::name).collect(Collectors.toSet());
    }

    private boolean tells(Alert alert) {
        if (alert.state() == AlertState.OPEN) {
            return alert.notifies();
        }
        return alert.reason() == AlertReason.CORRECTED || isToldOfEnds;
    }

    private void violation(String what) {
        violations.add(receiver + " " + what);
    }
}
