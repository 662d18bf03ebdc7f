package io.faceline.api.alerts.table;

import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertId;
import java.time.Instant;
import java.util.Comparator;

/** Where an alert is in a list, newest first. Neither part changes with its revisions, so that new ones move no other. */
public record AlertPlace(Instant openedAt, AlertId id) implements Comparable<AlertPlace> {
    private static final Comparator<AlertPlace> ORDER = Comparator.comparing(AlertPlace::openedAt)
            .reversed()
            .thenComparing(place -> place.id().value());

    public static AlertPlace of(Alert alert) {
        return new AlertPlace(alert.openedAt(), alert.id());
    }

    @Override
    public int compareTo(AlertPlace other) {
        return ORDER.compare(this, other);
    }
}
