package io.faceline.vision.camera;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.Blob;
import io.faceline.contracts.camera.CameraNotice;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Leaves packets out: no picture passes that differs from the same picture without loss. */
@Tag("slow")
@Timeout(120)
class RtspLossTest {
    private static final String RATE = "fps=60";

    /**
     * A stream on a weak link.
     *
     * @param every so many packets one is left out
     * @param min pictures that are right all the same
     */
    private record Case(Path clip, int every, int min) {}

    @Test
    void h264_showsNoDamagedPicture() throws Exception {
        var cases = List.of(new Case(CameraClips.h264(), 40, 20), new Case(CameraClips.h264(), 15, 1));

        assertThat(InParallel.each(2, cases, RtspLossTest::shows)).containsOnly(true);
    }

    @Test
    void h265_showsNoDamagedPicture() throws Exception {
        assertThat(shows(new Case(CameraClips.h265(), 40, 6))).isTrue();
    }

    private static boolean shows(Case example) throws Exception {
        return rightOnes(example.clip(), example.every()) >= example.min();
    }

    private static long rightOnes(Path clip, int loss) throws Exception {
        var right = pictures(clip);
        try (var camera = FakeCamera.rtsp(clip, RATE, "loss=" + loss);
                var viewer = Viewer.open(camera.address())) {
            viewer.watchUntil(it -> !it.figures.isEmpty() && it.lastFigures().received() >= CameraClips.PICTURES);

            assertThat(viewer.pictures()).isSubsetOf(right);
            assertThat(viewer.lastFigures().damaged()).isGreaterThan(20);
            assertThat(viewer.lastFigures().notices()).contains(CameraNotice.WEAK_LINK);
            // On a busy machine some are replaced by newer ones.
            return viewer.pictures().size() + viewer.lastFigures().behind();
        }
    }

    /** Without loss; the clip is played until none was missed for want of time. */
    private static Set<Blob> pictures(Path clip) throws Exception {
        try (var camera = FakeCamera.rtsp(clip, RATE);
                var viewer = Viewer.open(camera.address())) {
            viewer.watchUntil(it -> it.taken.size() % 10 == 0 && distinct(it).size() >= CameraClips.PICTURES);

            assertThat(viewer.lastFigures().damaged()).isZero();
            return distinct(viewer);
        }
    }

    private static Set<Blob> distinct(Viewer viewer) {
        return new HashSet<>(viewer.pictures());
    }
}
