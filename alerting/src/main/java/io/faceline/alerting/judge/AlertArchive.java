package io.faceline.alerting.judge;

import io.faceline.alerting.book.Erasure;
import io.faceline.contracts.alert.AlertId;
import io.faceline.contracts.alert.AlertReason;
import io.faceline.contracts.alert.AlertState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The alerts of a rule in its memory. Each has an index record, whose key says of which day and about whom and what it is, so
 * that nothing else is read to forget or erase. Not thread-safe.
 */
final class AlertArchive {
    private static final String OPEN = "open|";
    private static final String CLOSED = "closed|";
    private static final String INDEX = "index|";
    private static final Duration BETWEEN_CLEANINGS = Duration.ofHours(1);

    private final JudgeMemory memory;
    private final Duration kept;
    /** Whom and what any alert is about. */
    private final Set<String> about = new HashSet<>();

    private Instant cleanedAt = Instant.EPOCH;

    /** The index record of an alert, whose key has the rest. */
    record Entry(String alert) {}

    /** @param kept for how long alerts are kept after their last look */
    AlertArchive(JudgeMemory memory, Duration kept) {
        this.memory = memory;
        this.kept = kept;
        entries().forEach(entry -> about.addAll(aboutOf(entry)));
    }

    /** Whether a key of the memory is of an alert. */
    static boolean isAlert(String key) {
        return key.startsWith(OPEN) || key.startsWith(CLOSED) || key.startsWith(INDEX);
    }

    /** In the order in which they were opened. */
    List<AlertNote> open() {
        return memory.keys().stream()
                .filter(key -> key.startsWith(OPEN))
                .flatMap(key -> memory.read(key, AlertNote.class).stream())
                .sorted(Comparator.comparing((AlertNote note) -> note.alert().openedAt())
                        .thenComparing(note -> note.alert().id().value()))
                .toList();
    }

    Optional<AlertNote> closed(AlertId id) {
        return memory.read(CLOSED + id, AlertNote.class);
    }

    boolean isEmpty() {
        return entries().findAny().isEmpty();
    }

    void keep(AlertNote note) {
        var id = note.alert().id();
        var isOpen = note.alert().state() == AlertState.OPEN;
        note(id).map(AlertArchive::entry).ifPresent(memory::remove);
        memory.remove((isOpen ? CLOSED : OPEN) + id);
        memory.write((isOpen ? OPEN : CLOSED) + id, note);
        memory.write(entry(note), new Entry(id.value()));
        about.addAll(note.about());
    }

    /** Alerts about whom or what was erased, and why they are closed. */
    Map<AlertId, AlertReason> erased(Erasure erasure) {
        var gone = about.stream()
                .filter(one -> About.erased(one, erasure).isPresent())
                .toList();
        var found = new LinkedHashMap<AlertId, AlertReason>();
        if (!gone.isEmpty()) {
            entries().forEach(entry -> aboutOf(entry).stream()
                    .flatMap(one -> About.erased(one, erasure).stream())
                    .findFirst()
                    .ifPresent(reason -> found.put(idOf(entry), reason)));
            gone.forEach(about::remove);
        }
        return found;
    }

    /** Forgets alerts that are no longer kept: about once an hour, and by whole days. */
    void forget(Instant now) {
        if (!now.isBefore(cleanedAt.plus(BETWEEN_CLEANINGS))) {
            cleanedAt = now;
            var before = day(now.minus(kept));
            entries().filter(entry -> dayOf(entry) < before).toList().forEach(entry -> {
                var isOpen = memory.read(OPEN + idOf(entry), AlertNote.class).isPresent();
                if (!isOpen) {
                    memory.remove(CLOSED + idOf(entry));
                    memory.remove(entry);
                }
            });
        }
    }

    private Optional<AlertNote> note(AlertId id) {
        return memory.read(OPEN + id, AlertNote.class).or(() -> closed(id));
    }

    private Stream<String> entries() {
        return List.copyOf(memory.keys()).stream().filter(key -> key.startsWith(INDEX));
    }

    private static String entry(AlertNote note) {
        var alert = note.alert();
        return INDEX + day(alert.lastSeen()) + "|" + alert.id() + "|" + String.join(",", note.about());
    }

    private static long day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC).toEpochDay();
    }

    private static long dayOf(String entry) {
        return Long.parseLong(part(entry, 1));
    }

    private static AlertId idOf(String entry) {
        return new AlertId(part(entry, 2));
    }

    private static List<String> aboutOf(String entry) {
        var all = part(entry, 3);
        return all.isEmpty() ? List.of() : List.of(all.split(",", -1));
    }

    private static String part(String entry, int index) {
        return entry.split("\\|", -1)[index];
    }
}
