package io.faceline.ingest.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faceline.contracts.Blob;
import io.faceline.contracts.frame.DropReason;
import io.faceline.contracts.frame.Frame;
import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.frame.TestFrames;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.track.TrackedFrame;
import io.faceline.ingest.photo.FairScheduler;
import io.faceline.ingest.photo.FrameRequests;
import io.faceline.ingest.photo.ImageAdmission;
import io.faceline.ingest.photo.PhotoReader;
import io.faceline.ingest.transport.FrameLostException;
import io.faceline.ingest.transport.TraceParent;
import io.faceline.runtime.disk.DiskFloor;
import io.faceline.runtime.disk.DiskSpace;
import io.faceline.runtime.disk.TestDisk;
import io.faceline.runtime.http.ProblemException;
import io.faceline.runtime.http.address.AddressSettings;
import io.faceline.runtime.settings.Settings;
import io.faceline.vision.image.decode.ImageLimits;
import io.faceline.web.access.Access;
import io.faceline.web.access.AccessSettings;
import io.faceline.web.access.SessionKey;
import io.faceline.web.limits.CallerKeys;
import io.faceline.web.limits.ClientKey;
import io.faceline.web.limits.LimitSettings;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveSourceTest {
    private static final SessionId SESSION = SessionId.ofSecret("anna");
    private static final Settings NOTHING_SET = new Settings(Map.of());
    private static final AddressSettings ALL = new AddressSettings(Set.of(), 100);

    private final List<Lane> lanes = new ArrayList<>();
    private final List<Frame> sent = new ArrayList<>();
    private final List<CompletableFuture<Match>> answers = new ArrayList<>();
    private final List<String> results = new ArrayList<>();
    private final PendingTracks tracks = new PendingTracks(Runnable::run);
    private final TestDisk disk = new TestDisk(100_000);
    private Instant now = TestFrames.NOW;
    private Blob image;
    private Optional<RuntimeException> bug = Optional.empty();
    private Optional<RuntimeException> listenerBug = Optional.empty();
    private FairScheduler turns =
            new FairScheduler(new FairScheduler.Capacity(1, 1, 4), ALL, Duration.ofMinutes(1), Runnable::run);
    private ImageAdmission admission;
    private LiveSource source;

    @BeforeEach
    void connect() throws IOException {
        image = image("jpg");
        var space = new DiskSpace("kafka", disk, DiskFloor.of(1_000));
        var frames = new FrameRequests(this::send, new PhotoReader(ImageLimits.DEFAULT), space, Runnable::run);
        var access = new Access(
                new AccessSettings(Optional.empty(), Duration.ofHours(1), Optional.of(SessionKey.random())),
                session -> false);
        admission = new ImageAdmission(
                new CallerKeys(access, LimitSettings.from(NOTHING_SET)),
                new ImageAdmission.Turns(turns, turns, turns),
                frames);
        source = new LiveSource(
                admission,
                frames,
                tracks,
                new ClientKey("address", "anna"),
                SESSION,
                "camera",
                new RecordingListener(),
                () -> now);
    }

    private static Blob image(String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), format, bytes);
        return Blob.wrap(bytes.toByteArray());
    }

    /** Takes the only turn there is. */
    private CompletableFuture<Match> takeTheTurn() {
        var end = new CompletableFuture<Match>();
        var unused = admission.inFrameTurn(new ClientKey("elsewhere", "ben"), false, () -> end);
        return end;
    }

    @Test
    void frameWaitsForItsTurn_andTheNewestGetsIt() {
        var turn = takeTheTurn();
        source.accept(image);
        source.accept(image);
        assertThat(sequences()).isEmpty();
        assertThat(results).containsExactly("0 REPLACED_BY_NEWER");

        turn.complete(null);

        assertThat(sequences()).containsExactly(1L);
    }

    @Test
    void closedSource_withdrawsItsRequest() {
        var turn = takeTheTurn();
        source.accept(image);

        source.close();

        assertThat(turns.waiting()).isZero();
        turn.complete(null);
        assertThat(sequences()).isEmpty();
    }

    @Test
    void turnThatNeverComes_endsTheFrameInTime_andTheNextMayWait() throws IOException {
        turns = new FairScheduler(new FairScheduler.Capacity(1, 1, 4), ALL, Duration.ofMillis(20), Runnable::run);
        connect();
        var turn = takeTheTurn();
        source.accept(image);

        await().untilAsserted(() -> assertThat(results).containsExactly("0 failed TIMEOUT"));
        source.accept(image);
        turn.complete(null);

        assertThat(sequences()).containsExactly(1L);
    }

    /** They would have to be encoded again, at the cost of everybody else. */
    @ParameterizedTest
    @ValueSource(strings = {"png", "bmp", "tiff"})
    void frameOfAnotherKind_isRefusedByName(String format) throws IOException {
        source.accept(image(format));

        assertThat(results).containsExactly("0 failed UNSUPPORTED_FORMAT");
        assertThat(turns.inFlight()).isZero();
    }

    @Test
    void silence_isCountedFromTheLastFrame() {
        now = now.plusSeconds(50);
        source.accept(image);
        now = now.plusSeconds(20);

        assertThat(source.silence()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void silentSources_areClosed_othersKept() {
        var sources = new LiveSources(AddressSettings.DEFAULT.shares(10));
        assertThat(sources.add("1", source)).isTrue();
        now = now.plus(LiveSources.MAX_SILENCE);
        sources.closeSilent();
        assertThat(results).isEmpty();

        now = now.plusSeconds(1);
        sources.closeSilent();

        assertThat(results).containsExactly("silent");
    }

    @Test
    void address_getsItsShareOfThePlaces() {
        var sources = new LiveSources(AddressSettings.DEFAULT.shares(4));
        assertThat(sources.add("1", source)).isTrue();
        assertThat(sources.add("2", source)).isTrue();

        assertThat(sources.isLeft("address")).isFalse();
        assertThat(sources.add("3", source)).isFalse();
        assertThat(sources.isLeft("elsewhere")).isTrue();

        sources.remove("2");
        assertThat(sources.isLeft("address")).isTrue();
    }

    @Test
    void oneFrameIsUnderWay_theNewestIsNext_othersAreDropped() {
        for (var i = 0; i < 4; i++) {
            source.accept(image);
        }

        assertThat(sequences()).containsExactly(0L);
        assertThat(results).containsExactly("1 REPLACED_BY_NEWER", "2 REPLACED_BY_NEWER");

        answer(0);

        assertThat(sequences()).containsExactly(0L, 3L);
        answer(1);
        assertThat(results).endsWith("0 answered", "3 answered");
        assertThat(sequences()).hasSize(2);
    }

    @Test
    void frameIsUnderWay_untilItsTracksAreKnown_andItsTurnIsFree() {
        source.accept(image);
        source.accept(image);
        var facts = sent.get(0).facts();
        answers.get(0).complete(TestTracks.oneFace(facts));
        assertThat(turns.inFlight()).isZero();
        assertThat(results).isEmpty();

        tracks.accept(TestTracks.tracked(facts));

        assertThat(results).containsExactly("0 answered with tracks");
        assertThat(sequences()).containsExactly(0L, 1L);
    }

    @Test
    void closedSource_leavesNoFramePending() {
        source.accept(image);
        answers.get(0).complete(TestTracks.oneFace(sent.get(0).facts()));

        source.close();

        await().until(() -> tracks.size() == 0);
    }

    @Test
    void sourceOfAnEndedSession_isToldAndSendsNothingMore() {
        var sources = new LiveSources(ALL.shares(2));
        sources.add("connection", source);
        source.accept(image);
        source.accept(image);

        sources.end(SessionId.ofSecret("ben"));
        assertThat(results).isEmpty();
        sources.end(SESSION);
        source.accept(image);
        answer(0);

        assertThat(results).contains("ended");
        assertThat(sequences()).containsExactly(0L);
    }

    @Test
    void frame_isOfAVideo_inTheLiveLane() {
        now = now.plusMillis(1500);
        source.accept(image);

        var facts = sent.get(0).facts();
        assertThat(facts.position()).isEqualTo(1.5);
        assertThat(facts.session()).isEqualTo(SESSION);
        assertThat(facts.source()).isEqualTo("camera");
        assertThat(facts.id().value()).isEqualTo("camera/0");
    }

    @Test
    void frameThatIsNoImage_isTold_andTheNextGoesOn() {
        source.accept(Blob.wrap("no image".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        source.accept(image);

        assertThat(results).containsExactly("0 failed UNSUPPORTED_FORMAT");
        assertThat(sequences()).containsExactly(1L);
    }

    @Test
    void frameIsRefused_diskIsFull_andTheNextGoesOn() {
        disk.setFree(999);
        source.accept(image);
        disk.setFree(2_000);
        source.accept(image);

        assertThat(results).containsExactly("0 failed DISK_FULL");
        assertThat(sequences()).containsExactly(1L);
    }

    @Test
    void lostFrame_isTold_andTheNextGoesOn() {
        source.accept(image);
        source.accept(image);

        answers.get(0).completeExceptionally(new FrameLostException("a stage could not work on it"));

        assertThat(results).containsExactly("0 failed FRAME_LOST");
        assertThat(sequences()).containsExactly(0L, 1L);
    }

    @Test
    void frameEndsByABug_isTold_andTheNextGoesOn() {
        bug = Optional.of(new IllegalStateException("a bug"));
        source.accept(image);
        bug = Optional.empty();

        source.accept(image);

        assertThat(results).containsExactly("0 failed");
        assertThat(sequences()).containsExactly(1L);
    }

    @Test
    void listenerFails_andTheNextGoesOn() {
        source.accept(image);
        source.accept(image);
        listenerBug = Optional.of(new IllegalStateException("the socket is gone"));

        answer(0);
        listenerBug = Optional.empty();

        assertThat(sequences()).containsExactly(0L, 1L);
        source.accept(image);
        answer(1);
        assertThat(sequences()).containsExactly(0L, 1L, 2L);
    }

    @Test
    void largeFrame_takesTheBulkLane() throws IOException {
        source.accept(blank(2000, 2000));
        answer(0);
        source.accept(blank(2000, 2001));

        assertThat(lanes).containsExactly(Lane.LIVE, Lane.BULK);
    }

    private static Blob blank(int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY), "jpg", bytes);
        return Blob.wrap(bytes.toByteArray());
    }

    @Test
    void closedSource_sendsNoMore() {
        source.accept(image);
        source.accept(image);

        source.close();
        answer(0);
        source.accept(image);

        assertThat(sequences()).containsExactly(0L);
    }

    private CompletableFuture<Match> send(Lane lane, Frame frame, TraceParent trace) {
        lanes.add(lane);
        if (bug.isPresent()) {
            throw bug.get();
        }
        sent.add(frame);
        var answer = new CompletableFuture<Match>();
        answers.add(answer);
        return answer;
    }

    private List<Long> sequences() {
        return sent.stream().map(frame -> frame.facts().sequence()).toList();
    }

    private void answer(int i) {
        answers.get(i).complete(TestFrames.match(sent.get(i).facts()).build());
    }

    private final class RecordingListener implements LiveSource.Listener {
        @Override
        public void answered(long number, Match match, Optional<TrackedFrame> tracked) {
            if (listenerBug.isPresent()) {
                throw listenerBug.get();
            }
            results.add(number + " answered" + (tracked.isPresent() ? " with tracks" : ""));
        }

        @Override
        public void dropped(long number, DropReason reason) {
            results.add(number + " " + reason);
        }

        @Override
        public void failed(long number, Throwable problem) {
            results.add(number + " failed" + (problem instanceof ProblemException known ? " " + known.code() : ""));
        }

        @Override
        public void silent() {
            results.add("silent");
        }

        @Override
        public void ended() {
            results.add("ended");
        }
    }

    /** Reading all markers of megabytes takes so long that it waits for a turn as well. */
    @Test
    void largeFile_isReadInItsTurn_andRefusedThere() throws IOException {
        var png = image("png").toByteArray();
        var turn = takeTheTurn();

        source.accept(Blob.wrap(Arrays.copyOf(png, (2 << 20) + 1)));
        assertThat(results).isEmpty();
        turn.complete(null);

        assertThat(results).containsExactly("0 failed UNSUPPORTED_FORMAT");
        assertThat(sequences()).isEmpty();
    }
}
