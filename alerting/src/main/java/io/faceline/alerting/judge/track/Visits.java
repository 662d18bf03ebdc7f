package io.faceline.alerting.judge.track;

import io.faceline.alerting.judge.JudgeMemory;
import io.faceline.contracts.alert.AlertId;
import io.faceline.contracts.alert.AlertScope;
import io.faceline.contracts.alert.AlertSubject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The visits that are not over, in memory. Not thread-safe. */
final class Visits {
    private static final String PREFIX = "visit|";

    private final JudgeMemory memory;
    private final Map<String, Visit> visits = new TreeMap<>();

    Visits(JudgeMemory memory) {
        this.memory = memory;
        for (var key : memory.keys()) {
            if (key.startsWith(PREFIX)) {
                memory.read(key, Visit.class).ifPresent(visit -> visits.put(visit.key(), visit));
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
        return where(visit -> visit.goOn().contains(track));
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
        if (!visit.equals(visits.put(visit.key(), visit))) {
            memory.write(PREFIX + visit.key(), visit);
        }
        return visit;
    }

    void remove(Visit visit) {
        visits.remove(visit.key());
        memory.remove(PREFIX + visit.key());
    }

    boolean isEmpty() {
        return visits.isEmpty();
    }
}
