package io.faceline.tracker;

import static io.faceline.tracker.TrackerDriver.NOW;
import static io.faceline.tracker.TrackerDriver.TOPICS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.job.JobState;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.track.Sighting;
import io.faceline.contracts.track.TrackEnd;
import io.faceline.contracts.track.TrackPhase;
import io.faceline.contracts.track.TrackUpdate;
import io.faceline.tracking.TestFace;
import io.faceline.tracking.TestVideo;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import org.apache.kafka.streams.TestOutputTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TrackerTopologyTest {
    private final TestFace face = TestFace.at(0.3, 0.4, new TestVideo(5).somebody());
    private final TrackerMetrics metrics = new TrackerMetrics();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final TrackerDriver driver = new TrackerDriver(metrics);

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void topology_isTheExpectedOne() throws IOException {
        try (var in = getClass().getResourceAsStream("expected-topology.txt")) {
            assertThat(TrackerDriver.topology(metrics).describe().toString())
                    .isEqualToNormalizingNewlines(new String(in.readAllBytes(), UTF_8));
        }
    }

    @Test
    void track_isWrittenUnderItsSource_andEndsWhenTheSourceIsSilent() {
        metrics.bindTo(registry);
        driver.sightings().pipeInput("webcam", sighting("webcam", 0), NOW);

        var first = tracks().readRecord();
        assertThat(first.key()).isEqualTo("webcam");
        assertThat(first.value().phase()).isEqualTo(TrackPhase.NEW);
        driver.advance(Duration.ofSeconds(1));
        assertThat(registry.get("faceline.tracks.open").gauge().value()).isEqualTo(1);

        driver.advance(TrackerTask.LIVE_SILENCE);

        assertThat(tracks().readValue().end()).isEqualTo(TrackEnd.SOURCE_SILENT);
        assertThat(registry.get("faceline.tracks.open").gauge().value()).isZero();
        assertThat(registry.get("faceline.tracks.ended").gauge().value()).isEqualTo(1);
    }

    @Test
    void tracks_stayOpen_whenTheProcessStoodStill() {
        driver.sightings().pipeInput("webcam", sighting("webcam", 0), NOW);
        driver.advance(Duration.ofSeconds(1));

        driver.standStill(Duration.ofMinutes(1));
        driver.advance(TrackerTask.LIVE_SILENCE);

        assertThat(tracks().readValuesToList()).extracting(TrackUpdate::phase).containsExactly(TrackPhase.NEW);
    }

    @Test
    void frameOfALiveSource_isWrittenUnderItsSource() {
        driver.sightings().pipeInput("webcam", sighting("webcam", 7), NOW);

        var written = driver.output(TOPICS.trackedFrames()).readRecord();
        assertThat(written.key()).isEqualTo("webcam");
        assertThat(written.value().sequence()).isEqualTo(7);
    }

    @Test
    void tracks_stayOpen_whileOldSightingsAreRead() {
        var anHourAgo = NOW.minus(Duration.ofHours(1));
        driver.sightings().pipeInput("webcam", sighting("webcam", 0), anHourAgo);
        driver.advance(Duration.ofSeconds(1));
        driver.sightings().pipeInput("webcam", sighting("webcam", 1), anHourAgo.plusMillis(200));

        assertThat(tracks().readValuesToList()).extracting(TrackUpdate::phase).containsExactly(TrackPhase.NEW);
    }

    @Test
    void foreignRecords_becomeDeadLetters_andTheNextSightingIsTracked() {
        driver.bytes(TOPICS.sightings()).pipeInput("webcam", "no sighting".getBytes(UTF_8), NOW);
        driver.sightings().pipeInput("another key", sighting("webcam", 0), NOW);
        driver.sightings().pipeInput(null, sighting("webcam", 0), NOW);
        driver.sightings().pipeInput("webcam", sighting("webcam", 0), NOW);

        assertThat(tracks().readValuesToList()).hasSize(1);
        assertThat(driver.deadLetters().readRecordsToList()).hasSize(3).allSatisfy(letter -> assertThat(
                        letter.headers().lastHeader("stage").value())
                .asString()
                .isEqualTo("tracker"));
    }

    @Test
    void badRecordsOfJobsAndPeople_becomeDeadLetters_andTheNextCount() {
        driver.bytes(TOPICS.jobs()).pipeInput(TestVideo.JOB, "no job".getBytes(UTF_8), NOW);
        driver.jobs().pipeInput("job-2", FakeKnown.job(JobState.DELETED), NOW);
        driver.input(TOPICS.people())
                .pipeInput("another key", Person.deleted(new PersonId("lin"), SessionId.SHARED, NOW), NOW);
        driver.jobs().pipeInput(TestVideo.JOB, FakeKnown.job(JobState.DELETED), NOW);
        driver.sightings().pipeInput(TestVideo.JOB, sighting(TestVideo.JOB, 0), NOW);
        driver.ticks();

        assertThat(driver.deadLetters().readRecordsToList())
                .extracting(letter -> letter.key())
                .containsExactly(TestVideo.JOB, "job-2", "another key");
        assertThat(driver.output(TOPICS.trackedFrames()).isEmpty()).isTrue();
    }

    private Sighting sighting(String source, long sequence) {
        return TrackerFixture.sighting(TestVideo.SESSION, source, sequence, NOW, face);
    }

    private TestOutputTopic<String, TrackUpdate> tracks() {
        return driver.output(TOPICS.tracks());
    }
}
