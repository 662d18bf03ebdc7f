package io.faceline.tracker;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.frame.DropReason;
import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.frame.TestFrames;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.track.Sighting;
import io.faceline.contracts.track.TrackUpdate;
import io.faceline.tracking.TestFace;
import io.faceline.tracking.TestVideo;
import java.time.Instant;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Somebody stands before a camera whose motion gate lets one picture a second pass. */
class StillFaceTest {
    private static final Instant START = TrackerFixture.START;
    private static final SessionId DOOR = new SessionId("camera:door");
    private static final int FRAMES_PER_SECOND = 5;
    private static final int SECONDS = 60;

    private final TestFace face = TestFace.at(0.3, 0.4, new TestVideo(5).somebody());
    private final TrackerFixture tracker = new TrackerFixture();

    @Test
    void oneTrack_withAnUpdateASecond_whileAllElseIsStill() {
        for (var sequence = 0L; sequence <= SECONDS * FRAMES_PER_SECOND; sequence++) {
            var facts = facts(sequence);
            send(sequence % FRAMES_PER_SECOND == 0 ? seen(facts) : still(facts), facts.capturedAt());
        }

        var updates = tracker.out.tracks();
        assertThat(updates).extracting(TrackUpdate::number).containsOnly(1L);
        assertThat(updates).extracting(TrackUpdate::end).containsOnlyNulls();
        assertThat(updates)
                .extracting(update -> update.last().capturedAt())
                .containsExactlyElementsOf(LongStream.rangeClosed(0, SECONDS)
                        .mapToObj(START::plusSeconds)
                        .toList());
    }

    /** By a source that is set to a frame a second, and has no position, as of pushed pictures. */
    @Test
    void oneTrack_withAnUpdateASecond_atAFrameASecond() {
        for (var second = 0L; second <= SECONDS; second++) {
            var late = 70 * (second % 2);
            var facts = TestFrames.facts()
                    .session(DOOR)
                    .source("door")
                    .sequence(second)
                    .capturedAt(START.plusSeconds(second).plusMillis(late))
                    .build();
            send(seen(facts), facts.capturedAt());
        }

        assertThat(tracker.out.tracks()).hasSize(SECONDS + 1);
        assertThat(tracker.out.tracks()).extracting(TrackUpdate::number).containsOnly(1L);
    }

    private void send(Sighting sighting, Instant written) {
        tracker.running().on(sighting, written);
        tracker.running().onTime(written);
    }

    private Sighting seen(FrameFacts facts) {
        return new Sighting(TestVideo.match(facts, face), TestVideo.embeddings(facts, face));
    }

    private Sighting still(FrameFacts facts) {
        var match = TestFrames.match(facts)
                .outcome(Outcome.dropped(DropReason.STILL))
                .build();
        return new Sighting(match, TestVideo.embeddings(facts));
    }

    private static FrameFacts facts(long sequence) {
        var seconds = (double) sequence / FRAMES_PER_SECOND;
        return TestFrames.facts()
                .session(DOOR)
                .source("door")
                .sequence(sequence)
                .capturedAt(START.plusMillis(sequence * 1000 / FRAMES_PER_SECOND))
                .position(seconds)
                .build();
    }
}
