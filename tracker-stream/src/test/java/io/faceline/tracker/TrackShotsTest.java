package io.faceline.tracker;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.Blob;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.job.JobState;
import io.faceline.contracts.track.Sighting;
import io.faceline.contracts.track.TrackPicture;
import io.faceline.tracking.TestFace;
import io.faceline.tracking.TestVideo;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The pictures of tracks, of whatever source. */
class TrackShotsTest {
    private static final Instant START = TrackerFixture.START;
    private static final SessionId DOOR = new SessionId("camera:door");

    private final TestFace face = TestFace.at(0.3, 0.4, new TestVideo(5).somebody());
    private final TestFace lin = face.match(TestVideo.LIN, 0.7, 0.9);
    private final TrackerFixture tracker = new TrackerFixture();
    private final RecordedOutput out = tracker.out;

    @Test
    void pictureOfALiveSource_isWrittenOnce_beforeTheUpdateThatHasIt() {
        for (var sequence = 0; sequence < 6; sequence++) {
            tracker.send(live(sequence));
        }

        assertThat(out.writes())
                .containsExactly("door picture of door/0", "door update with door/0", "door update with door/0");
        assertThat(out.trackPictures()).containsExactly(new TrackPicture("door/0/0", new FrameId("door/0"), jpeg()));
    }

    @Test
    void pictureOfAVideo_isWrittenToo() {
        tracker.known.jobIs(JobState.RUNNING);
        tracker.frames(0, 6, face);

        assertThat(out.writes())
                .containsExactly("job-1 picture of job-1/0", "job-1 update with job-1/0", "job-1 update with job-1/0");
    }

    /** The record of a frame is read again after a crash, with the state of before or of after it. */
    @Test
    void framesReadAgain_haveTheSamePictures() {
        var again = new TrackerFixture();
        for (var sequence = 0; sequence < 20; sequence++) {
            tracker.send(live(sequence));
            again.send(live(sequence));
            again.send(live(sequence));
            again.restart();
        }

        assertThat(again.out.writes()).isEqualTo(out.writes());
        assertThat(again.out.trackPictures()).isEqualTo(out.trackPictures());
    }

    @Test
    void personWhoIsDeleted_isNotPicturedAnew_byWhatWasSeenBefore() {
        tracker.send(TrackerFixture.sighting(DOOR, "door", 0, START, lin));
        tracker.send(TrackerFixture.sighting(DOOR, "door", 1, START.plusMillis(200), lin));
        out.clear();

        tracker.known.delete(TestVideo.LIN);
        tracker.tick(Duration.ZERO);
        tracker.tick(TrackerTask.LIVE_SILENCE);

        assertThat(out.tracks()).hasSize(2);
        assertThat(out.trackPictures()).isEmpty();
    }

    @Test
    void sessionThatEnded_isNotPictured() {
        tracker.send(TrackerFixture.sighting(DOOR, "door", 0, START, face));
        tracker.send(TrackerFixture.sighting(DOOR, "door", 1, START.plusMillis(200), lin));
        out.clear();

        tracker.known.end(DOOR);
        tracker.tick(Duration.ZERO);

        assertThat(out.tracks()).hasSize(1);
        assertThat(out.trackPictures()).isEmpty();
    }

    private Sighting live(long sequence) {
        return TrackerFixture.sighting(DOOR, "door", sequence, START.plusMillis(200 * sequence), face);
    }

    private Blob jpeg() {
        return live(0).embeddings()
                .outcome()
                .fold(made -> made.faces().get(0).cropJpeg(), reason -> null, (code, message) -> null);
    }
}
