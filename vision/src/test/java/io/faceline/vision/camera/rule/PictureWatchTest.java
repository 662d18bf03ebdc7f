package io.faceline.vision.camera.rule;

import static io.faceline.contracts.camera.CameraNotice.GREY;
import static io.faceline.contracts.camera.CameraNotice.ONE_COLOUR;
import static io.faceline.contracts.camera.CameraNotice.UNCHANGED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PictureWatchTest {
    private static final long SECOND = 1_000_000_000;

    private final PictureWatch watch = new PictureWatch(Duration.ofSeconds(60), Duration.ofSeconds(30));

    @Test
    void samePicture_isToldOverKeyFramesOnly() {
        assertThat(watch.look(0, 7, 1, false, false)).isEmpty();
        assertThat(watch.look(61 * SECOND, 7, 2, false, false)).isEmpty();
        assertThat(watch.look(62 * SECOND, 7, 3, false, false)).containsExactly(UNCHANGED);
        assertThat(watch.look(63 * SECOND, 8, 4, false, false)).isEmpty();
    }

    @Test
    void oneColour_isToldWhenItLasts() {
        assertThat(watch.look(0, 1, 1, true, false)).isEmpty();
        assertThat(watch.look(20 * SECOND, 2, 2, false, false)).isEmpty();
        assertThat(watch.look(21 * SECOND, 3, 3, true, false)).isEmpty();
        assertThat(watch.look(51 * SECOND, 4, 4, true, false)).containsExactly(ONE_COLOUR);
    }

    @Test
    void grey_isToldSoon() {
        assertThat(watch.look(0, 1, 1, false, true)).isEmpty();
        assertThat(watch.look(2 * SECOND, 2, 2, false, true)).containsExactly(GREY);
    }
}
