package io.faceline.benchmarks.generations;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.Blob;
import io.faceline.contracts.face.AlignedCrop;
import io.faceline.contracts.face.BoundingBox;
import io.faceline.contracts.face.DetectedFace;
import io.faceline.contracts.face.Face;
import io.faceline.contracts.face.Faces;
import io.faceline.contracts.face.Landmarks;
import io.faceline.contracts.face.Point;
import io.faceline.contracts.face.Quality;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class AutoCaptureTest {
    private static final Faces<DetectedFace> NOBODY = new Faces<>(640, 360, List.of());

    @Test
    void kept_eachPose_isItsThirdGoodFrameInARow() throws IOException {
        var frames = new ArrayList<Faces<DetectedFace>>();
        frames.addAll(Collections.nCopies(2, straight()));
        frames.add(NOBODY);
        frames.addAll(Collections.nCopies(10, straight()));
        frames.addAll(Collections.nCopies(10, turned()));

        try (var rules = AutoCapture.start(Path.of(System.getProperty("faceline.root")))) {
            assertThat(rules.kept(frames, 10)).containsExactly(5, 15);
            assertThat(rules.kept(Collections.nCopies(10, NOBODY), 10)).isEmpty();
        }
    }

    private static Faces<DetectedFace> straight() {
        return frame(0);
    }

    private static Faces<DetectedFace> turned() {
        return frame(30);
    }

    private static Faces<DetectedFace> frame(double yaw) {
        var box = new BoundingBox(0.3, 0.2, 0.3, 0.5);
        var point = new Point(0.4, 0.4);
        var face = new Face(
                0,
                box,
                new Landmarks(point, point, point, point, point),
                0.95,
                new Quality(0.9, 180, 0.6, 0.5, yaw, 0, 0));
        var crop = new AlignedCrop(Blob.wrap(new byte[AlignedCrop.BYTES]));
        return new Faces<>(640, 360, List.of(new DetectedFace(face, crop)));
    }
}
