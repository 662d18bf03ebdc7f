package io.faceline.runtime.streams;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts how often a stage ended during a record, also over restarts. Records that were set aside are remembered, since
 * they are read again if the stage ends before it commits. Few records are ever counted. Thread-safe.
 */
final class Suspects {
    private static final Logger LOG = LoggerFactory.getLogger(Suspects.class);
    private static final int MAX_REMEMBERED = 1000;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final @Nullable Path file;
    private final InstantSource clock;

    @GuardedBy("this")
    private final Map<RecordPlace, Suspect> all = new LinkedHashMap<>();

    /**
     * @param attempts how often a stage ended during the record
     * @param cause what ended it last; absent if it hung, if the process died, and after a restart
     * @param setAsideAt when it was set aside; absent before
     */
    record Suspect(
            int attempts,
            @Nullable Throwable cause,
            @Nullable Instant setAsideAt) {}

    /** @param file where they outlive the process; without it they do not */
    Suspects(@Nullable Path file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
        read();
    }

    synchronized Optional<Suspect> find(RecordPlace place) {
        return Optional.ofNullable(all.get(place));
    }

    synchronized boolean isEmpty() {
        return all.isEmpty();
    }

    /** Counts that a stage ended during the record. */
    synchronized void count(RecordPlace place, @Nullable Throwable cause) {
        var before = all.getOrDefault(place, new Suspect(0, null, null));
        put(place, new Suspect(before.attempts + 1, cause, before.setAsideAt));
    }

    /** Forgets a record that was worked on after all, unless it was set aside. */
    synchronized void clear(RecordPlace place) {
        var known = all.get(place);
        if (known != null && known.setAsideAt == null) {
            all.remove(place);
            write();
        }
    }

    synchronized void setAside(RecordPlace place) {
        var known = all.getOrDefault(place, new Suspect(0, null, null));
        if (known.setAsideAt == null) {
            put(place, new Suspect(known.attempts, known.cause, clock.instant()));
        }
    }

    /** How many records were set aside within the last minute. */
    synchronized long recent() {
        var since = clock.instant().minus(WINDOW);
        return all.values().stream()
                .map(Suspect::setAsideAt)
                .filter(at -> at != null && at.isAfter(since))
                .count();
    }

    @GuardedBy("this")
    private void put(RecordPlace place, Suspect suspect) {
        all.put(place, suspect);
        while (all.size() > MAX_REMEMBERED) {
            all.remove(all.keySet().iterator().next());
        }
        write();
    }

    private synchronized void read() {
        if (file == null || !Files.exists(file)) {
            return;
        }
        try {
            Files.readAllLines(file).forEach(this::parse);
        } catch (IOException e) {
            LOG.warn("event=suspects_unreadable cause=\"{}\"", e.toString());
        }
    }

    @GuardedBy("this")
    private void parse(String line) {
        var parts = line.split("\t", -1);
        if (parts.length == 3 && parts[0].matches("[0-9]{1,6}") && parts[1].matches("-?[0-9]{1,18}")) {
            var at = Long.parseLong(parts[1]);
            RecordPlace.parse(parts[2]).ifPresent(place -> put(all, place, Integer.parseInt(parts[0]), at));
        }
    }

    private static void put(Map<RecordPlace, Suspect> all, RecordPlace place, int attempts, long at) {
        all.put(place, new Suspect(attempts, null, at < 0 ? null : Instant.ofEpochMilli(at)));
    }

    @GuardedBy("this")
    private void write() {
        if (file == null) {
            return;
        }
        var lines = new ArrayList<String>();
        all.forEach((place, suspect) -> lines.add(suspect.attempts + "\t"
                + (suspect.setAsideAt == null ? -1 : suspect.setAsideAt.toEpochMilli()) + "\t" + place));
        try {
            var next = file.resolveSibling(file.getFileName() + ".next");
            Files.write(next, lines);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("event=suspects_unwritable cause=\"{}\"", e.toString());
        }
    }
}
