package io.faceline.api.alerts.table;

import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertId;
import io.faceline.runtime.concurrent.ConditionMonitor;
import io.faceline.runtime.kafka.ConsumedRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last revision of each alert, as last read, newest first. Holds at most {@value #MAX_ALERTS}, of about 2 KiB each, so
 * 100 MiB; of more, the oldest are forgotten here and stay in Kafka. {@link #apply} is confined to the thread that reads the
 * topic; all else is thread-safe.
 */
public final class AlertTable {
    /** Thirty days with one alert a minute. */
    public static final int MAX_ALERTS = 50_000;

    private static final Logger LOG = LoggerFactory.getLogger(AlertTable.class);

    private final int max;
    private final Duration retention;
    private final Consumer<AlertId> forgotten;
    private final Map<AlertId, Alert> byId = new ConcurrentHashMap<>();
    private final NavigableMap<AlertPlace, Alert> newest = new ConcurrentSkipListMap<>();
    private final ConditionMonitor changes = new ConditionMonitor();

    /**
     * @param retention after which Kafka deletes an alert
     * @param forgotten is told of each alert that is not here any more
     */
    public AlertTable(int max, Duration retention, Consumer<AlertId> forgotten) {
        this.max = max;
        this.retention = retention;
        this.forgotten = forgotten;
    }

    public Optional<Alert> find(AlertId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Newest first. */
    public Stream<Alert> all() {
        return newest.values().stream();
    }

    /** What comes behind this place, newest first. */
    public Stream<Alert> after(AlertPlace place) {
        return newest.tailMap(place, false).values().stream();
    }

    /** The alerts that have one of these tracks. */
    public List<Alert> ofTracks(List<String> tracks) {
        return all().filter(alert -> alert.tracks().stream().anyMatch(tracks::contains))
                .toList();
    }

    /** Whether the condition holds of all of these alerts, waiting this long for it. One that is gone is left out. */
    public boolean holdsWithin(Duration timeout, List<AlertId> ids, Predicate<Alert> condition) {
        return changes.holdsWithin(
                timeout, () -> ids.stream().flatMap(id -> find(id).stream()).allMatch(condition));
    }

    /** Applies a record of the topic. A value under the key of another is skipped. */
    public void apply(ConsumedRecord<Alert> consumed) {
        var alert = consumed.value();
        if (alert == null) {
            AlertId.parse(consumed.key()).ifPresent(this::remove);
        } else if (alert.id().value().equals(consumed.key())) {
            put(alert);
            forgetOld(consumed.timestamp());
        } else {
            LOG.warn(
                    "event=record_skipped topic=alerts offset={} reason=\"a value under another key\"",
                    consumed.offset());
        }
        changes.announce();
    }

    private void put(Alert alert) {
        var before = byId.put(alert.id(), alert);
        if (before != null && !before.openedAt().equals(alert.openedAt())) {
            newest.remove(AlertPlace.of(before));
        }
        newest.put(AlertPlace.of(alert), alert);
    }

    private void forgetOld(Instant now) {
        var oldest = newest.lastEntry();
        while (oldest != null && isTooMuch(oldest.getValue(), now)) {
            remove(oldest.getValue().id());
            oldest = newest.lastEntry();
        }
    }

    private boolean isTooMuch(Alert oldest, Instant now) {
        return byId.size() > max || oldest.writtenAt().plus(retention).isBefore(now);
    }

    private void remove(AlertId id) {
        var known = byId.remove(id);
        if (known != null) {
            newest.remove(AlertPlace.of(known));
            forgotten.accept(id);
        }
    }
}
