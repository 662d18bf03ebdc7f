package io.faceline.alerting.judge.track;

import io.faceline.alerting.judge.JudgeMemory;
import io.faceline.contracts.alert.AlertId;
import io.faceline.contracts.alert.AlertScope;
import io.faceline.contracts.alert.AlertSubject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The visits that are not over, in memory. Not thread-safe. */
final class Visits {
    private static final String PREFIX = "visit|";

    private final JudgeMemory memory;
    private final Map<String, Visit> visits = new TreeMap<>();
    /** Keys of the visits that a track goes on in, in order. */
    private final Map<String, Set<String>> byTrack = new HashMap<>();

    Visits(JudgeMemory memory) {
        this.memory = memory;
        for (var key : memory.keys()) {
            if (key.startsWith(PREFIX)) {
                memory.read(key, Visit.class).ifPresent(this::put);
            }
        }
    }

    List<Visit> all() {
        return List.copyOf(visits.values());
    }

    List<Visit> where(Predicate<Visit> condition) {
        return visits.values().stream().filter(condition).toList();
    }

    List<Visit> of(AlertSubject subject, AlertScope scope) {
        return where(visit -> visit.subject().equals(subject) && visit.scope().equals(scope));
    }

    /** Those that a track goes on in. */
    List<Visit> ofTrack(String track) {
        return byTrack.getOrDefault(track, Set.of()).stream().map(visits::get).toList();
    }

    Optional<Visit> of(AlertId alert) {
        return visits.values().stream()
                .filter(visit -> visit.stage() == VisitStage.OPEN && alert.equals(visit.alert()))
                .findFirst();
    }

    Optional<Visit> find(String key) {
        return Optional.ofNullable(visits.get(key));
    }

    Visit keep(Visit visit) {
        if (!visit.equals(put(visit))) {
            memory.write(PREFIX + visit.key(), visit);
        }
        return visit;
    }

    void remove(Visit visit) {
        var before = visits.remove(visit.key());
        if (before != null) {
            forgetTracks(before);
        }
        memory.remove(PREFIX + visit.key());
    }

    private @Nullable Visit put(Visit visit) {
        var before = visits.put(visit.key(), visit);
        if (before == null || !before.goOn().equals(visit.goOn())) {
            if (before != null) {
                forgetTracks(before);
            }
            visit.goOn().forEach(track -> byTrack.computeIfAbsent(track, any -> new TreeSet<>())
                    .add(visit.key()));
        }
        return before;
    }

    private void forgetTracks(Visit visit) {
        visit.goOn()
                .forEach(track -> byTrack.computeIfPresent(track, (any, keys) -> {
                    keys.remove(visit.key());
                    return keys.isEmpty() ? null : keys;
                }));
    }

    boolean isEmpty() {
        return visits.isEmpty();
    }
}
