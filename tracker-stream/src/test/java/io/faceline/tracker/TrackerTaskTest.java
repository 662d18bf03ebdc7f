package io.faceline.tracker;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.track.Sighting;
import io.faceline.contracts.track.TrackEnd;
import io.faceline.contracts.track.TrackPhase;
import io.faceline.contracts.track.TrackUpdate;
import io.faceline.runtime.store.MapTable;
import io.faceline.tracking.TestFace;
import io.faceline.tracking.TestVideo;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrackerTaskTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int WINDOW = 64;
    private static final String LIVE = "webcam-1";

    private final TestVideo video = new TestVideo(5);
    private final TestFace face = TestFace.at(0.3, 0.4, video.somebody());
    private final MapTable<SourceState> sources = new MapTable<>();
    private final MapTable<Sighting> waiting = new MapTable<>();
    private final List<TrackUpdate> out = new ArrayList<>();
    private TrackerTask task = task();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void framesOfAVideo_areTrackedInOrder_howeverTheyCome(int seed) {
        var sightings = new ArrayList<>(LongStream.range(0, 60)
                .mapToObj(number -> sighting(TestVideo.JOB, number))
                .toList());
        sightings.forEach(sighting -> task.on(sighting, START));
        var inOrder = List.copyOf(out);
        assertThat(inOrder).isNotEmpty();
        reset();

        Collections.shuffle(sightings, new Random(seed));
        sightings.addAll(sightings.subList(0, 20));
        for (var sighting : sightings) {
            task.on(sighting, START);
            task = task();
        }

        assertThat(out).isEqualTo(inOrder);
        assertThat(waiting.where(any -> true)).isEmpty();
    }

    @Test
    void frameThatItsSenderGaveUp_isSkipped_onceALaterOneShowsIt() {
        task.on(sighting(TestVideo.JOB, 0), START);
        for (var number = 2; number < 1 + WINDOW; number++) {
            task.on(sighting(TestVideo.JOB, number), START);
        }
        assertThat(out).hasSize(1);

        task.on(sighting(TestVideo.JOB, 1 + WINDOW), START);

        assertThat(out).hasSizeGreaterThan(10);
        assertThat(waiting.where(any -> true)).isEmpty();
    }

    @Test
    void framesOfALiveSource_areNotWaitedFor() {
        task.on(sighting(LIVE, 0), START);
        task.on(sighting(LIVE, 5), START);
        task.on(sighting(LIVE, 3), START);

        assertThat(out).extracting(TrackUpdate::revision).containsExactly(0L, 5L);
    }

    @Test
    void liveSourceThatBeginsAgain_endsItsTracks_andARepeatedFrameDoesNot() {
        task.on(sighting(LIVE, 8), START);
        task.on(sighting(LIVE, 8), START);
        assertThat(out).extracting(TrackUpdate::phase).containsExactly(TrackPhase.NEW);

        task.on(at(LIVE, 0, START.plusSeconds(60)), START);

        assertThat(out).extracting(TrackUpdate::phase).containsExactly(TrackPhase.NEW, TrackPhase.END, TrackPhase.NEW);
        assertThat(out.get(1).end()).isEqualTo(TrackEnd.SOURCE_RESTARTED);
    }

    @Test
    void silentSource_endsItsTracks_byTheBrokersClock() {
        task.on(sighting(LIVE, 0), START);

        task.onTime(START.plus(TrackerTask.LIVE_SILENCE));
        assertThat(task.openTracks()).isEqualTo(1);
        task.onTime(START.plus(TrackerTask.LIVE_SILENCE).plusMillis(1));

        assertThat(out).extracting(TrackUpdate::end).containsExactly(null, TrackEnd.SOURCE_SILENT);
        assertThat(task.openTracks()).isZero();
        assertThat(sources.where(any -> true)).isEmpty();
    }

    @Test
    void videoThatWasGivenUp_isTrackedToItsLastFrame_whenItIsSilent() {
        task.on(sighting(TestVideo.JOB, 0), START);
        task.on(sighting(TestVideo.JOB, 2), START);
        task.on(sighting(TestVideo.JOB, 12), START);

        task.onTime(START.plus(TrackerTask.VIDEO_FORGOTTEN).plusMillis(1));

        assertThat(out.get(out.size() - 1).last().sequence()).isEqualTo(12);
        assertThat(waiting.where(any -> true)).isEmpty();
    }

    @Test
    void videoThatPauses_endsItsTracks_andGoesOnInOrder() {
        task.on(sighting(TestVideo.JOB, 0), START);
        task.on(sighting(TestVideo.JOB, 2), START);

        task.onTime(START.plus(TrackerTask.VIDEO_SILENCE).plusMillis(1));
        task.onTime(START.plus(TrackerTask.VIDEO_SILENCE).plusMillis(2));
        assertThat(out).extracting(TrackUpdate::end).containsExactly(null, TrackEnd.SOURCE_SILENT);
        assertThat(task.openTracks()).isZero();
        task.on(sighting(TestVideo.JOB, 1), START.plusSeconds(60));

        assertThat(out.get(2).phase()).isEqualTo(TrackPhase.NEW);
        assertThat(out.get(2).first().sequence()).isEqualTo(1);
        assertThat(waiting.where(any -> true)).isEmpty();
    }

    /** Whoever may write frames of cameras chooses their source. */
    @Test
    void cameraThatUsesTheSourceOfAVideo_doesNotTouchItsTracks() {
        task.on(sighting(TestVideo.JOB, 0), START);
        var video = List.copyOf(out);

        task.on(of(new SessionId("camera:door"), TestVideo.JOB, 5_000, START), START);
        task.on(sighting(TestVideo.JOB, 1), START);
        task.on(sighting(TestVideo.JOB, 5), START);
        for (var number = 2; number < 5; number++) {
            task.on(sighting(TestVideo.JOB, number), START);
        }

        var ofTheVideo = out.stream()
                .filter(update -> update.session().equals(TestVideo.SESSION))
                .toList();
        assertThat(ofTheVideo).startsWith(video.toArray(TrackUpdate[]::new)).hasSize(2);
        assertThat(ofTheVideo.get(1).frames()).isEqualTo(6);
        assertThat(out).filteredOn(update -> update.session().isCamera()).hasSize(1);
    }

    @Test
    void silence_isNotMeasuredByAClockThatIsBehind() {
        task.on(sighting(LIVE, 0), START);

        task.onTime(Instant.EPOCH);
        task.onTime(START.minus(Duration.ofDays(1)));

        assertThat(task.openTracks()).isEqualTo(1);
    }

    private TrackerTask task() {
        return new TrackerTask(sources, waiting, WINDOW, out::add);
    }

    private void reset() {
        out.clear();
        sources.where(any -> true).keySet().forEach(sources::remove);
        task = task();
    }

    private Sighting sighting(String source, long sequence) {
        return at(source, sequence, START);
    }

    private Sighting at(String source, long sequence, Instant capturedAt) {
        return of(TestVideo.SESSION, source, sequence, capturedAt);
    }

    private Sighting of(SessionId session, String source, long sequence, Instant capturedAt) {
        var facts = TestVideo.facts(source, sequence, sequence / 5.0, new Role.Probe());
        var at = new FrameFacts(
                facts.id(),
                session,
                facts.role(),
                source,
                sequence,
                capturedAt,
                facts.position(),
                facts.minGalleryVersion());
        return new Sighting(TestVideo.match(at, face), TestVideo.embeddings(at, face));
    }
}
