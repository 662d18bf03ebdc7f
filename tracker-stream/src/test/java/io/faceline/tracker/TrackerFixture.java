package io.faceline.tracker;

import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.frame.TestFrames;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.track.ShotPicture;
import io.faceline.contracts.track.Sighting;
import io.faceline.contracts.track.TrackedVideo;
import io.faceline.runtime.store.MapTable;
import io.faceline.tracking.TestFace;
import io.faceline.tracking.TestVideo;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/** A tracker of one task, with five frames per second of video. All sightings are written at one time. */
final class TrackerFixture {
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    static final int WINDOW = 64;
    static final SessionId OTHER = new SessionId("another-session");

    /** The age at which a write rolls the segment of a compacted topic. */
    static final Duration SEGMENT = Duration.ofHours(1);

    private static final double FRAMES_PER_SECOND = 5;

    /** By the clock of the process. */
    Instant now = START;

    final FakeKnown known = new FakeKnown();
    final RecordedOutput out = new RecordedOutput(this::hasAppearance);

    final TrackerTables tables =
            new TrackerTables(new MapTable<>(), new MapTable<>(), new MapTable<>(), new MapTable<>(), new MapTable<>());

    private TrackerTask task = task();

    private TrackerTask task() {
        return new TrackerTask(tables, known, WINDOW, out, new CompactionTrigger(tables, out, () -> now, SEGMENT));
    }

    TrackerTask running() {
        return task;
    }

    /** Another task takes over with what the tables hold. */
    void restart() {
        task = task();
    }

    void send(Sighting sighting) {
        task.on(sighting, START);
    }

    /** Frames of the video with these faces, without the last sequence number. */
    void frames(long from, long to, TestFace... faces) {
        for (var sequence = from; sequence < to; sequence++) {
            send(sighting(sequence, faces));
        }
    }

    static Sighting sighting(long sequence, TestFace... faces) {
        return sighting(TestVideo.SESSION, TestVideo.JOB, sequence, START, faces);
    }

    static Sighting sighting(SessionId session, String source, long sequence, Instant capturedAt, TestFace... faces) {
        return sighting(
                TestFrames.facts()
                        .session(session)
                        .source(source)
                        .sequence(sequence)
                        .capturedAt(capturedAt)
                        .position(sequence / FRAMES_PER_SECOND)
                        .build(),
                faces);
    }

    private static Sighting sighting(FrameFacts facts, TestFace... faces) {
        return new Sighting(TestVideo.match(facts, faces), TestVideo.embeddings(facts, faces));
    }

    /** The clock strikes as often as it takes until changes are written. */
    void ticks() {
        for (var tick = 0; tick < FollowedVideo.TICKS; tick++) {
            tick(Duration.ZERO);
        }
    }

    /** The clock strikes as often as it takes until frames that waited and are tracked are forgotten. */
    void ticksUntilPruned() {
        for (var tick = 0; tick <= FollowedSource.KEPT_TICKS; tick++) {
            tick(Duration.ZERO);
        }
    }

    /** The clock strikes this long after the last sighting, and a little more. */
    void tick(Duration silence) {
        task.onTime(START.plus(silence).plusMillis(1));
    }

    TrackedVideo video() {
        return out.videos().get(TestVideo.JOB);
    }

    boolean isWaiting() {
        return !tables.waiting().where(any -> true).isEmpty();
    }

    /** Whether each picture was written after its appearance, and what is kept tells to erase it. */
    boolean isErasable() {
        return out.notErasable().isEmpty() && out.shots().keySet().stream().allMatch(this::hasAppearance);
    }

    private boolean hasAppearance(String shot) {
        return Stream.of(ShotPicture.Kind.values())
                .map(kind -> ShotPicture.key("", kind))
                .filter(shot::endsWith)
                .map(end -> shot.substring(0, shot.length() - end.length()))
                .anyMatch(key -> tables.appearances().read(key).isPresent());
    }

    /** Whether nothing is kept. */
    boolean isEmpty() {
        return Stream.of(tables.sources(), tables.waiting(), tables.ended(), tables.appearances(), tables.videos())
                .allMatch(table -> table.where(any -> true).isEmpty());
    }
}
