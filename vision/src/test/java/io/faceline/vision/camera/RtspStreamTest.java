package io.faceline.vision.camera;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.camera.CameraNotice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("slow")
@Timeout(120)
class RtspStreamTest {
    private static final Patience TWO_SECONDS = Patience.DEFAULT.withPicture(Duration.ofSeconds(2));

    @Test
    void h265_isDecoded() throws Exception {
        try (var camera = FakeCamera.rtsp(CameraClips.h265());
                var viewer = Viewer.open(camera.address())) {
            viewer.watchUntil(it -> it.taken.size() > 5 && !it.figures.isEmpty());

            assertThat(viewer.lastFigures().codec()).contains("hevc");
        }
    }

    @Test
    void clockOfTheCamera_decidesNothing() throws Exception {
        var clocks = List.of("zero", "wrap", "back", "jitter", "fast");

        assertThat(InParallel.each(5, clocks, RtspStreamTest::damagedWithClock)).containsOnly(0L);
    }

    private static long damagedWithClock(String clock) throws Exception {
        try (var camera = FakeCamera.rtsp(CameraClips.h264(), "clock=" + clock, "fps=40");
                var viewer = Viewer.open(camera.address())) {
            viewer.watchUntil(it -> it.taken.size() > 60 && it.figures.size() > 1);

            assertThat(times(viewer)).isSorted().doesNotHaveDuplicates();
            return viewer.lastFigures().damaged();
        }
    }

    private static List<Instant> times(Viewer viewer) {
        return viewer.taken.stream().map(CameraEvent.Taken::arrivedAt).toList();
    }

    @Test
    void silence_isNoticedAfterThePatience() throws Exception {
        try (var camera = FakeCamera.rtsp(CameraClips.h264(), "stall=10", "stall_for=30");
                var viewer = Viewer.open(camera.address(), TWO_SECONDS)) {
            var end = viewer.watchToTheEnd();
            var last = viewer.taken.get(viewer.taken.size() - 1).arrivedAt();

            assertThat(end.fault()).isEqualTo(CameraFault.FROZEN);
            // FFmpeg looks up every tenth of a second. Without the watchdog's own flag it would be twice the patience.
            assertThat(Duration.between(last, Instant.now()))
                    .isBetween(Duration.ofMillis(1900), Duration.ofMillis(3500));
            assertThat(viewer.lastFigures().millisSincePicture()).isGreaterThan(500);
        }
    }

    @Test
    void ends_areTold() throws Exception {
        var options = List.of("garbage=10", "close=10", "reboot=5:60");

        assertThat(InParallel.each(3, options, RtspStreamTest::endOf))
                .containsExactly(CameraFault.FROZEN, CameraFault.ENDED, CameraFault.ENDED);
    }

    private static CameraFault endOf(String option) throws Exception {
        try (var camera = FakeCamera.rtsp(CameraClips.h264(), option);
                var viewer = Viewer.open(camera.address(), TWO_SECONDS)) {
            var end = viewer.watchToTheEnd();

            assertThat(viewer.taken).as(option).isNotEmpty();
            return end.fault();
        }
    }

    @Test
    void anotherSize_goesOn() throws Exception {
        try (var camera = FakeCamera.rtsp(CameraClips.h264(), "second=" + CameraClips.big(), "at=15", "fps=40");
                var viewer = Viewer.open(camera.address())) {
            viewer.watchUntil(it -> it.taken.stream().anyMatch(frame -> frame.width() == 1280));

            assertThat(viewer.end).isEmpty();
        }
    }

    @Test
    void anotherCodec_ends() throws Exception {
        try (var camera = FakeCamera.rtsp(CameraClips.h264(), "second=" + CameraClips.h265(), "at=15", "fps=40");
                var viewer = Viewer.open(camera.address())) {
            var end = viewer.watchToTheEnd();

            assertThat(end.fault()).isEqualTo(CameraFault.ENDED);
            assertThat(end).hasMessageContaining("codec");
        }
    }

    @Test
    void beforeTheFirstKeyFrame_nothingIsDamaged() throws Exception {
        try (var camera = FakeCamera.rtsp(CameraClips.slow(), "start=90", "sprop=none", "fps=15");
                var viewer = Viewer.open(camera.address())) {
            viewer.watch(1);

            assertThat(viewer.figures.get(0).notices()).contains(CameraNotice.WAITS_FOR_KEY_FRAME);
            assertThat(viewer.lastFigures().damaged()).isZero();
        }
    }

    @Test
    void withoutAKeyFrame_itCannotBeDecoded() throws Exception {
        var patience = new Patience(
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                Duration.ofSeconds(1),
                Duration.ofSeconds(60),
                Duration.ofSeconds(30),
                700);
        try (var camera = FakeCamera.rtsp(CameraClips.slow(), "start=20");
                var viewer = Viewer.open(camera.address(), patience)) {
            var end = viewer.watchToTheEnd();

            assertThat(end.fault()).isEqualTo(CameraFault.UNDECODABLE);
            assertThat(end).hasMessageContaining("key frame");
        }
    }

    @Test
    void unusualPictures_haveNotices() throws Exception {
        var patience = new Patience(
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Duration.ofSeconds(2),
                Duration.ofSeconds(1),
                700);
        try (var camera = FakeCamera.rtsp(CameraClips.blue());
                var viewer = Viewer.open(camera.address(), patience)) {
            viewer.watchUntil(it -> it.figures.stream().anyMatch(figures -> figures.notices()
                    .containsAll(List.of(CameraNotice.UNCHANGED, CameraNotice.ONE_COLOUR))));

            assertThat(viewer.end).isEmpty();
            assertThat(viewer.lastFigures().notices()).doesNotContain(CameraNotice.GREY);
        }
    }

    @Test
    void pictures_areTakenAtTheRate_stretchedTurnedAndReduced() throws Exception {
        var settings = new PictureSettings(5, 180, 90, Optional.of(4.0 / 3), false, List.of(), false, 90);
        try (var camera = FakeCamera.rtsp(CameraClips.h264(), "fps=25");
                var viewer = new Viewer(CameraDecoder.open(camera.address(), settings))) {
            viewer.watch(11);

            // 640 × 480 as stretched, 480 × 640 as turned.
            assertThat(viewer.taken).allSatisfy(frame -> assertThat(List.of(frame.width(), frame.height()))
                    .containsExactly(180, 240));
            var times = times(viewer);
            assertThat(Duration.between(times.get(0), times.get(10)))
                    .isBetween(Duration.ofMillis(1700), Duration.ofMillis(3000));
            var previews = viewer.taken.stream()
                    .flatMap(frame -> frame.preview().stream())
                    .toList();
            assertThat(previews).hasSizeBetween(2, 4);
            assertThat(previews.get(0).width()).isEqualTo(90);
            assertThat(previews.get(0).height()).isEqualTo(120);
        }
    }

    @Test
    void keyFramesOnly_takesOneASecond() throws Exception {
        var settings = new PictureSettings(0, 640, 0, Optional.empty(), false, List.of(), true, 0);
        try (var camera = FakeCamera.rtsp(CameraClips.h264(), "fps=20");
                var viewer = new Viewer(CameraDecoder.open(camera.address(), settings))) {
            viewer.watchUntil(it -> it.figures.size() == 2);

            assertThat(viewer.taken).hasSizeBetween(2, 7);
            assertThat(viewer.lastFigures().received()).isGreaterThan(20);
        }
    }

    @Test
    void slowParent_missesPicturesButNeverWaits() throws Exception {
        try (var camera = FakeCamera.rtsp(CameraClips.h264(), "fps=25");
                var viewer = Viewer.open(camera.address())) {
            viewer.watch(1);
            var before = Instant.now();
            // Figures come once a second: only they are taken until two of them came.
            assertThat(Stream.generate(() -> lateFrame(viewer.stream)).limit(2))
                    .allSatisfy(late -> assertThat(late).isLessThan(Duration.ofMillis(700)));

            viewer.watchUntil(it -> it.figures.stream().anyMatch(figures -> figures.behind() > 10));
            assertThat(viewer.lastFigures().received()).isGreaterThan(20);
            assertThat(Instant.now()).isAfter(before);
        }
    }

    /** How old a frame is that waited for a second. */
    private static Duration lateFrame(CameraStream stream) {
        var later = System.nanoTime() + 1_000_000_000;
        Awaitility.await().until(() -> System.nanoTime() > later);
        try {
            for (var event = stream.next(Duration.ofSeconds(1)); ; event = stream.next(Duration.ofSeconds(1))) {
                if (event.isPresent() && event.get() instanceof CameraEvent.Taken frame) {
                    return Duration.between(frame.arrivedAt(), Instant.now());
                }
            }
        } catch (CameraException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
