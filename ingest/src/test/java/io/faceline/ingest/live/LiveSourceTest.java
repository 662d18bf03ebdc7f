package io.faceline.ingest.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.Blob;
import io.faceline.contracts.frame.DropReason;
import io.faceline.contracts.frame.Frame;
import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.frame.TestFrames;
import io.faceline.contracts.identity.SessionId;
import io.faceline.ingest.photo.FrameRequests;
import io.faceline.ingest.photo.PhotoReader;
import io.faceline.ingest.transport.FrameLostException;
import io.faceline.ingest.transport.TraceParent;
import io.faceline.runtime.disk.DiskFloor;
import io.faceline.runtime.disk.DiskSpace;
import io.faceline.runtime.disk.TestDisk;
import io.faceline.vision.image.decode.ImageLimits;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveSourceTest {
    private static final SessionId SESSION = SessionId.ofSecret("anna");

    private final List<Frame> sent = new ArrayList<>();
    private final List<CompletableFuture<Match>> answers = new ArrayList<>();
    private final List<String> results = new ArrayList<>();
    private final TestDisk disk = new TestDisk(100_000);
    private Instant now = TestFrames.NOW;
    private Blob image;
    private Optional<RuntimeException> bug = Optional.empty();
    private Optional<RuntimeException> listenerBug = Optional.empty();
    private LiveSource source;

    @BeforeEach
    void connect() throws IOException {
        var jpeg = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "jpg", jpeg);
        image = Blob.wrap(jpeg.toByteArray());
        var space = new DiskSpace("kafka", disk, DiskFloor.of(1_000));
        var frames = new FrameRequests(this::send, new PhotoReader(ImageLimits.DEFAULT), space, Runnable::run);
        source = new LiveSource(frames, SESSION, "camera", new RecordingListener(), () -> now);
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
    void sourceOfAnEndedSession_isToldAndSendsNothingMore() {
        var sources = new LiveSources(2);
        sources.add("connection", source);
        source.accept(image);
        source.accept(image);

        sources.end(SessionId.ofSecret("ben"));
        assertThat(results).isEmpty();
        sources.end(SESSION);
        source.accept(image);
        answer(0);

        assertThat(results).startsWith("ended");
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

        assertThat(results).containsExactly("0 failed");
        assertThat(sequences()).containsExactly(1L);
    }

    @Test
    void frameIsRefused_diskIsFull_andTheNextGoesOn() {
        disk.setFree(999);
        source.accept(image);
        disk.setFree(2_000);
        source.accept(image);

        assertThat(results).containsExactly("0 failed");
        assertThat(sequences()).containsExactly(1L);
    }

    @Test
    void lostFrame_isTold_andTheNextGoesOn() {
        source.accept(image);
        source.accept(image);

        answers.get(0).completeExceptionally(new FrameLostException("a stage could not work on it"));

        assertThat(results).containsExactly("0 failed");
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
    void closedSource_sendsNoMore() {
        source.accept(image);
        source.accept(image);

        source.close();
        answer(0);
        source.accept(image);

        assertThat(sequences()).containsExactly(0L);
    }

    private CompletableFuture<Match> send(Lane lane, Frame frame, TraceParent trace) {
        assertThat(lane).isEqualTo(Lane.LIVE);
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
        public void answered(long number, Match match) {
            if (listenerBug.isPresent()) {
                throw listenerBug.get();
            }
            results.add(number + " answered");
        }

        @Override
        public void dropped(long number, DropReason reason) {
            results.add(number + " " + reason);
        }

        @Override
        public void failed(long number, Throwable problem) {
            results.add(number + " failed");
        }

        @Override
        public void ended() {
            results.add("ended");
        }
    }
}
