package io.faceline.vision.camera;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.Blob;
import io.faceline.contracts.camera.CameraNotice;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Leaves packets out: no picture passes that differs from the same picture without loss. */
@Tag("slow")
@Timeout(120)
class RtspLossTest {
    private static final String RATE = "fps=30";

    @Test
    void h264_showsNoDamagedPicture() throws Exception {
        assertThat(rightOnes(CameraClips.h264(), 40)).isGreaterThan(20);
    }

    @Test
    void h265_showsNoDamagedPicture() throws Exception {
        assertThat(rightOnes(CameraClips.h265(), 40)).isGreaterThan(5);
    }

    @Test
    void h264_withHeavyLoss_showsNoDamagedPicture() throws Exception {
        assertThat(rightOnes(CameraClips.h264(), 15)).isGreaterThan(0);
    }

    private static int rightOnes(Path clip, int loss) throws Exception {
        var right = pictures(clip);
        try (var camera = FakeCamera.rtsp(clip, RATE, "loss=" + loss);
                var viewer = Viewer.open(camera.address())) {
            viewer.watchUntil(it -> !it.figures.isEmpty() && it.lastFigures().received() >= CameraClips.PICTURES);

            assertThat(viewer.pictures()).isSubsetOf(right);
            assertThat(viewer.lastFigures().damaged()).isGreaterThan(20);
            assertThat(viewer.lastFigures().notices()).contains(CameraNotice.WEAK_LINK);
            return viewer.pictures().size();
        }
    }

    private static Set<Blob> pictures(Path clip) throws Exception {
        try (var camera = FakeCamera.rtsp(clip, "fps=60");
                var viewer = Viewer.open(camera.address())) {
            viewer.watch(CameraClips.PICTURES + 10);

            assertThat(viewer.lastFigures().damaged()).isZero();
            return new HashSet<>(viewer.pictures());
        }
    }
}
