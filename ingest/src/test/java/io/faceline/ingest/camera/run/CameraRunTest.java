package io.faceline.ingest.camera.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faceline.contracts.camera.CameraCondition;
import io.faceline.contracts.face.BoundingBox;
import io.faceline.contracts.frame.Frame;
import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.identity.SessionId;
import io.faceline.ingest.camera.open.CameraOpener;
import io.faceline.vision.camera.CameraEvent;
import io.faceline.vision.camera.CameraStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The thread of a run. */
@Timeout(30)
class CameraRunTest {
    private final RecordedOutput output = new RecordedOutput();
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<CameraStream> closed = new CopyOnWriteArrayList<>();

    /** Shows one picture, then none. */
    private final class OnePicture implements CameraStream {
        private final Runnable goodbye;
        private boolean isShown;

        OnePicture(Runnable goodbye) {
            this.goodbye = goodbye;
        }

        @Override
        public Optional<CameraEvent> next(Duration wait) throws InterruptedException {
            if (isShown) {
                var unused = end.await(wait.toMillis(), TimeUnit.MILLISECONDS);
                return Optional.empty();
            }
            isShown = true;
            return Optional.of(
                    new CameraEvent.Taken(Instant.now(), 640, 360, Optional.of(FakeStream.JPEG), Optional.empty()));
        }

        @Override
        public void facesInView(List<BoundingBox> faces) {}

        @Override
        public void close() {
            closed.add(this);
            goodbye.run();
        }
    }

    private CameraRun run(CameraOpener opener, CameraTarget target) {
        var parts = CameraParts.unshared(opener, camera -> Optional.empty(), output, Runnable::run, "watch");
        return new CameraRun(CameraBench.camera("rtsp://10.0.0.7/x"), target, parts, CameraStart.AT_ONCE);
    }

    @Test
    void camera_canBeReadInAnotherLaneAndSession() {
        var target = new CameraTarget(Lane.LIVE, new SessionId("watch"), "kitchen");
        try (var run = run((camera, login) -> new OnePicture(() -> {}), target)) {
            run.start();
            await().until(() -> run.condition() == CameraCondition.LIVE && !output.sent.isEmpty());
        }

        assertThat(closed).hasSize(1);
        assertThat(output.sent).extracting(Frame::facts).allSatisfy(facts -> {
            assertThat(facts.session()).isEqualTo(new SessionId("watch"));
            assertThat(facts.source()).isEqualTo("kitchen");
        });
    }

    @Test
    void openingThatTakesLong_isInterrupted() {
        var opening = new CountDownLatch(1);
        var run = run(
                (camera, login) -> {
                    opening.countDown();
                    new CountDownLatch(1).await();
                    return new OnePicture(() -> {});
                },
                CameraTarget.of(CameraBench.DOOR));
        run.start();
        await().until(() -> opening.getCount() == 0);

        run.close();

        await().until(() -> !isRunning(run));
    }

    private static boolean isRunning(CameraRun run) {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("camera-" + run.id()));
    }

    @Test
    void stop_saysGoodbyeToAllAtTheSameTime() {
        var goodbyes = new CountDownLatch(10);
        var runs = IntStream.range(0, 10)
                .mapToObj(number -> run(
                        (camera, login) -> new OnePicture(() -> awaitOthers(goodbyes)),
                        CameraTarget.of(CameraBench.DOOR)))
                .toList();
        runs.forEach(CameraRun::start);
        await().until(() -> runs.stream().allMatch(run -> run.condition() == CameraCondition.LIVE));

        CameraRun.stopAll(runs);

        assertThat(goodbyes.getCount()).isZero();
    }

    private static void awaitOthers(CountDownLatch goodbyes) {
        goodbyes.countDown();
        try {
            var unused = goodbyes.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
