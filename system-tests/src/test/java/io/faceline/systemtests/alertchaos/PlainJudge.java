package io.faceline.systemtests.alertchaos;

import io.faceline.alerting.book.Erasure;
import io.faceline.alerting.book.RuleBook;
import io.faceline.alerting.judge.JudgeMemory;
import io.faceline.alerting.judges.Judges;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.rule.RuleId;
import io.faceline.contracts.track.TrackUpdate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the rules of the scene say of tracks, without any process: each look is judged when it was taken. */
final class PlainJudge {
    private static final Duration KEPT = Duration.ofDays(30);

    private record Seen(TrackUpdate track, Instant at) {}

    private PlainJudge() {}

    /** All revisions, in the order in which they are made; those of a rule together. */
    static List<Alert> alerts(List<TrackUpdate> tracks) {
        var book = new RuleBook(Scene.rules(), Scene.lists(), List.of(), List.of(), Erasure.NONE);
        var inOrder = inOrder(tracks);
        return Scene.rules().stream()
                .flatMap(rule -> alerts(rule.id(), book, inOrder).stream())
                .toList();
    }

    /** As they happened: by the newest look of a source so far, since the end of a track is told later than its last look. */
    private static List<Seen> inOrder(List<TrackUpdate> tracks) {
        var newest = new HashMap<String, Instant>();
        var seen = new ArrayList<Seen>();
        for (var track : tracks) {
            var at = newest.merge(
                    track.source(), track.last().capturedAt(), (one, other) -> one.isAfter(other) ? one : other);
            seen.add(new Seen(track, at));
        }
        seen.sort(Comparator.comparing(Seen::at));
        return seen;
    }

    private static List<Alert> alerts(RuleId rule, RuleBook book, List<Seen> tracks) {
        var judge = Judges.of(rule, book, new Memory(new HashMap<>()), KEPT);
        var alerts = new ArrayList<Alert>();
        for (var seen : tracks) {
            alerts.addAll(judge.onTime(seen.at(), true));
            if (book.concernedBy(seen.track()).contains(rule)) {
                alerts.addAll(judge.onTrack(seen.track(), seen.at()));
            }
        }
        return alerts;
    }

    private record Memory(Map<String, Record> records) implements JudgeMemory {
        @Override
        public <T extends Record> Optional<T> read(String key, Class<T> type) {
            return Optional.ofNullable(records.get(key)).map(type::cast);
        }

        @Override
        public void write(String key, Record value) {
            records.put(key, value);
        }

        @Override
        public void remove(String key) {
            records.remove(key);
        }

        @Override
        public Set<String> keys() {
            return Set.copyOf(records.keySet());
        }
    }
}
