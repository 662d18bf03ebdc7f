package io.faceline.vision.camera;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.Blob;
import io.faceline.contracts.face.BoundingBox;
import io.faceline.vision.camera.motion.LumaGrid;
import io.faceline.vision.camera.motion.MotionGate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PictureFlowTest {
    private static final BoundingBox LEFT = new BoundingBox(0, 0, 0.5, 1);
    private static final BoundingBox FACE = new BoundingBox(0.6, 0.1, 0.1, 0.1);

    private final Newest newest = new Newest();
    private final Counters counters = new Counters();
    private final ClosedGate gate = new ClosedGate();

    /** Lets nothing pass, and keeps what it sees. */
    private static final class ClosedGate implements MotionGate {
        private final List<LumaGrid> grids = new ArrayList<>();
        private List<BoundingBox> faces = List.of();

        @Override
        public boolean passes(LumaGrid grid, long nanos) {
            grids.add(grid);
            return false;
        }

        @Override
        public void facesInView(List<BoundingBox> boxes, long nanos) {
            faces = boxes;
        }

        @Override
        public int ignoredCells() {
            return 3;
        }
    }

    @Test
    void stillPictures_haveNoJpeg_butOneASecondHas() throws Exception {
        var settings = settings(true, 0);

        var taken = take(settings, CameraClips.jpegs(2));

        assertThat(taken.get(0).jpeg()).isPresent();
        assertThat(taken.get(1).jpeg()).isEmpty();
        assertThat(taken.get(1).preview()).isEmpty();
        assertThat(taken.get(1).width()).isEqualTo(640);
        assertThat(gate.faces).containsExactly(FACE);
        assertThat(counters.figures(System.nanoTime(), 0).ignoredCells()).isEqualTo(3);
    }

    @Test
    void gate_seesTheTurnedPictureWithoutIgnoredAreas() throws Exception {
        take(settings(true, 90), CameraClips.jpegs(1));

        var grid = gate.grids.get(0);
        assertThat(List.of(grid.columns(), grid.rows())).containsExactly(64, 114);
        assertThat(grid.at(31, 50)).isZero();
        assertThat(grid.at(40, 50)).isNotZero();
    }

    @Test
    void withoutAGate_allPicturesPass() throws Exception {
        var taken = take(settings(false, 0), CameraClips.jpegs(2));

        assertThat(taken).allSatisfy(frame -> assertThat(frame.jpeg()).isPresent());
        assertThat(gate.grids).isEmpty();
    }

    private static PictureSettings settings(boolean hasGate, int rotate) {
        return new PictureSettings(0, 640, rotate, Optional.empty(), hasGate, List.of(LEFT), false, 100);
    }

    private List<CameraEvent.Taken> take(PictureSettings settings, List<byte[]> jpegs) throws Exception {
        var taken = new ArrayList<CameraEvent.Taken>();
        try (var flow = new PictureFlow(settings, Patience.DEFAULT, gate, newest, counters);
                var source = new JpegSource(Patience.DEFAULT, flow, counters)) {
            flow.facesInView(List.of(FACE));
            for (var jpeg : jpegs) {
                source.take(new Order.Jpeg(Blob.wrap(jpeg), Instant.now()));
                var report =
                        (Report.Happened) newest.take(Duration.ofSeconds(1)).orElseThrow();
                taken.add((CameraEvent.Taken) report.event());
            }
            return taken;
        }
    }
}
