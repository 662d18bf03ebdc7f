package io.faceline.vision.camera;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.Blob;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("slow")
@Timeout(120)
class JpegCameraTest {
    @Test
    void jpegs_goOnAsTheyAre() throws Exception {
        var jpegs = CameraClips.jpegs(2);
        try (var stream = CameraDecoder.ofJpegs(Viewer.ALL);
                var viewer = new Viewer(stream)) {
            stream.offer(jpegs.get(0), Instant.ofEpochMilli(1000));
            viewer.watch(1);
            stream.offer(jpegs.get(1), Instant.ofEpochMilli(1000));
            viewer.watchUntil(it -> it.taken.size() == 2 && !it.figures.isEmpty());

            assertThat(viewer.pictures()).containsExactly(Blob.wrap(jpegs.get(0)), Blob.wrap(jpegs.get(1)));
            assertThat(viewer.taken.get(0).arrivedAt()).isEqualTo(Instant.ofEpochMilli(1000));
            assertThat(viewer.taken.get(1).arrivedAt()).isAfter(Instant.ofEpochMilli(1000));
            assertThat(viewer.lastFigures().width()).isEqualTo(640);
        }
    }

    @Test
    void repeatedAndDamagedOnes_areCounted() throws Exception {
        var jpeg = CameraClips.jpegs(1).get(0);
        var half = Arrays.copyOf(jpeg, jpeg.length / 2);
        var holed = jpeg.clone();
        Arrays.fill(holed, jpeg.length / 2, jpeg.length * 3 / 4, (byte) 0xFF);
        try (var stream = CameraDecoder.ofJpegs(Viewer.ALL);
                var viewer = new Viewer(stream)) {
            for (var picture : List.of(jpeg, jpeg, half, holed)) {
                var received =
                        viewer.figures.isEmpty() ? 0 : viewer.lastFigures().received();
                stream.offer(picture, Instant.now());
                viewer.watchUntil(
                        it -> !it.figures.isEmpty() && it.lastFigures().received() > received);
            }

            assertThat(viewer.taken).hasSize(1);
            assertThat(viewer.lastFigures().repeated()).isEqualTo(1);
            assertThat(viewer.lastFigures().damaged()).isEqualTo(2);
        }
    }

    @Test
    void turned_isEncodedAnew() throws Exception {
        var jpeg = CameraClips.jpegs(1).get(0);
        var settings = new PictureSettings(0, 4096, 270, Optional.empty(), true, List.of(), false, 0);
        try (var stream = CameraDecoder.ofJpegs(settings);
                var viewer = new Viewer(stream)) {
            stream.facesInView(List.of());
            stream.offer(jpeg, Instant.now());
            viewer.watch(1);

            assertThat(viewer.taken.get(0).width()).isEqualTo(360);
            assertThat(viewer.taken.get(0).height()).isEqualTo(640);
            assertThat(viewer.pictures()).doesNotContain(Blob.wrap(jpeg));
        }
    }

    @Test
    void pictureThatIsDecodedForHours_isGivenUp() throws Exception {
        var patience = Patience.DEFAULT.withPicture(Duration.ofSeconds(3));
        try (var stream = CameraDecoder.ofJpegs(Viewer.ALL, patience);
                var viewer = new Viewer(stream)) {
            stream.offer(CostlyJpegs.ofScans(4000, 4000, 78_000), Instant.now());

            var end = viewer.watchToTheEnd();

            assertThat(end.fault()).isEqualTo(CameraFault.UNDECODABLE);
            assertThat(end).hasMessageContaining("took longer than 3 s to decode");
        }
    }

    @Test
    void pictureThatSaysItIsHuge_isDamaged() throws Exception {
        var jpeg = CameraClips.jpegs(1).get(0);
        try (var stream = CameraDecoder.ofJpegs(Viewer.ALL);
                var viewer = new Viewer(stream)) {
            stream.offer(CostlyJpegs.saying(jpeg, 65_500, 65_500), Instant.now());
            viewer.watchUntil(it -> !it.figures.isEmpty() && it.lastFigures().damaged() == 1);
            stream.offer(jpeg, Instant.now());
            viewer.watch(1);

            assertThat(viewer.pictures()).containsExactly(Blob.wrap(jpeg));
        }
    }

    @Test
    void failure_isThrownAfterTheEventsBefore() throws Exception {
        try (var stream = CameraDecoder.ofJpegs(Viewer.ALL);
                var viewer = new Viewer(stream)) {
            stream.fail(new CameraException(CameraFault.UNAUTHORIZED, "no"));

            assertThat(viewer.watchToTheEnd().fault()).isEqualTo(CameraFault.UNAUTHORIZED);
        }
    }
}
