package io.faceline.evaluation.detection;

import io.faceline.contracts.Blob;
import io.faceline.contracts.face.DetectedFace;
import io.faceline.contracts.face.Embedding;
import io.faceline.contracts.face.Faces;
import io.faceline.evaluation.dataset.EvaluationException;
import io.faceline.vision.Vision;
import io.faceline.vision.image.ImageException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Measures turned photos of LFW: a face is found if it is the one of the upright photo by the embedder's threshold of a
 * comparison. The other faces are not counted.
 */
final class TurnedRows {
    private static final int PHOTOS = 100;
    private static final int DEGREES_PER_QUARTER = 90;
    private static final int QUARTERS = 4;
    private static final double NANOS_PER_MS = 1e6;
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private final DetectionData data;
    private final Vision vision;
    private final double verify;
    private final Map<Integer, Embedding> upright = new HashMap<>();

    /** @param verify similarity from which two faces are of one person */
    TurnedRows(DetectionData data, Vision vision, double verify) {
        this.data = data;
        this.vision = vision;
        this.verify = verify;
    }

    void measure(Consumer<DetectionRow> rows) {
        for (var quarters = 0; quarters < QUARTERS; quarters++) {
            rows.accept(row(quarters));
        }
    }

    private DetectionRow row(int quarters) {
        var photos = data.photos("lfw");
        var found = 0;
        var nanos = 0L;
        for (var i = 0; i < PHOTOS; i++) {
            var image = data.image(photos.get(i * photos.size() / PHOTOS)).turned(quarters);
            var encoded = image.encoded();
            var start = CLOCK.getCurrentThreadCpuTime();
            var faces = find(encoded);
            nanos += CLOCK.getCurrentThreadCpuTime() - start;
            found += isKnown(i, quarters, faces) ? 1 : 0;
        }
        var name = "photos turned by " + DEGREES_PER_QUARTER * quarters + " degrees";
        return new DetectionRow(name, PHOTOS, found, PHOTOS, 0, nanos / NANOS_PER_MS / PHOTOS);
    }

    private Faces<DetectedFace> find(Blob image) {
        try {
            return vision.analyzer().find(image);
        } catch (ImageException e) {
            throw new EvaluationException("a turned photo cannot be decoded: " + e.getMessage(), e);
        }
    }

    private boolean isKnown(int photo, int quarters, Faces<DetectedFace> faces) {
        var face = central(faces);
        if (face.isEmpty()) {
            return false;
        }
        var embedding =
                vision.embedder().embed(List.of(face.get().crop())).get(0).embedding();
        if (quarters == 0) {
            upright.put(photo, embedding);
        }
        var reference = upright.get(photo);
        return reference != null && reference.similarity(embedding) >= verify;
    }

    private static Optional<DetectedFace> central(Faces<DetectedFace> faces) {
        return faces.faces().stream().min((a, b) -> Double.compare(fromCentre(a), fromCentre(b)));
    }

    private static double fromCentre(DetectedFace face) {
        var box = face.face().box();
        return Math.hypot(box.x() + box.w() / 2 - 0.5, box.y() + box.h() / 2 - 0.5);
    }
}
