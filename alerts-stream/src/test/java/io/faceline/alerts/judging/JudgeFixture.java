package io.faceline.alerts.judging;

import io.faceline.alerts.TestBooks;
import io.faceline.alerts.TestRules;
import io.faceline.alerts.TestTracks;
import io.faceline.alerts.node.ReadUntil;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertPicture;
import io.faceline.contracts.alert.Observation;
import io.faceline.contracts.rule.RuleId;
import io.faceline.contracts.track.TrackPicture;
import io.faceline.contracts.track.TrackUpdate;
import io.faceline.runtime.store.MapTable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The judges of one task, with tables of a test. */
final class JudgeFixture {
    static final Duration SEGMENT = Duration.ofHours(1);

    final TestBooks known = new TestBooks(TestRules.ada());
    final JudgeTables tables =
            new JudgeTables(new MapTable<>(), new MapTable<>(), new MapTable<>(), new MapTable<>(), new MapTable<>());
    final List<Alert> alerts = new ArrayList<>();
    /** By alert; empty for a tombstone. */
    final Map<String, Optional<AlertPicture>> shots = new LinkedHashMap<>();

    final List<String> sentinels = new ArrayList<>();
    final AlertsMetrics metrics = new AlertsMetrics();
    int pictures;
    Instant now = TestTracks.START;

    private final JudgeFactory factory;
    private JudgeTask task;
    private long offset;

    JudgeFixture(JudgeFactory factory) {
        this.factory = factory;
        this.task = task();
    }

    private JudgeTask task() {
        var out = new Recorded();
        var compaction = new CompactionTrigger(out, tables.all(), () -> now, SEGMENT);
        return new JudgeTask(
                tables,
                known.books(),
                new AlertPictures(tables.pictures(), tables.marks(), out, compaction),
                compaction,
                factory,
                rule -> !rule.value().startsWith("elsewhere"),
                metrics,
                () -> now);
    }

    JudgeTask running() {
        return task;
    }

    /** The topic is read again from its beginning. */
    void rewind() {
        offset = 0;
    }

    /** Another task takes over with what the tables hold. */
    void restart() {
        task = task();
    }

    void send(RuleId rule, TrackUpdate track) {
        send(rule, track, null);
    }

    void send(RuleId rule, TrackUpdate track, @Nullable TrackPicture picture) {
        offset++;
        task.on(
                rule,
                new Observation.OfTrack(track, picture),
                new ReadUntil(offset, TestTracks.START.plusSeconds(offset)));
    }

    /** The clock strikes, and all that was written is judged. */
    void tick() {
        task.onTime(Optional.of(now));
    }

    void pass(Duration time) {
        now = now.plus(time);
        tick();
    }

    private final class Recorded implements AlertOutbox {
        @Override
        public void alert(String id, @Nullable Alert alert) {
            if (alert == null) {
                sentinels.add(id);
            } else {
                alerts.add(alert);
            }
        }

        @Override
        public void shot(String alert, @Nullable AlertPicture picture) {
            pictures += picture == null ? 0 : 1;
            shots.put(alert, Optional.ofNullable(picture));
        }
    }
}
