package io.faceline.embedder;

import io.faceline.contracts.face.BoundingBox;
import io.faceline.contracts.face.Face;
import io.faceline.contracts.face.Point;
import io.faceline.vision.embed.FaceVector;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A face as it was embedded last.
 *
 * @param at when that frame was captured
 * @param embeddings how many of its own it has had in this place
 * @param reuses how many frames took the last one again
 */
record SeenFace(Face face, FaceVector vector, Instant at, int embeddings, int reuses) {
    private static final Duration MAX_AGE = Duration.ofSeconds(1);
    /** As long as a track goes on without a face. */
    private static final Duration MAX_GAP = Duration.ofSeconds(2);

    private static final int MIN_EMBEDDINGS = 3;
    /** Of a camera whose clock stands. */
    private static final int MAX_REUSES = 10;
    /** Of the face's width or height, as much as a detector wavers and somebody sways who stands. */
    private static final double HARDLY = 0.1;

    static SeenFace first(Face face, FaceVector vector, Instant at) {
        return new SeenFace(face, vector, at, 1, 0);
    }

    /** The same face, embedded once more. */
    SeenFace again(Face now, FaceVector embedded, Instant later) {
        return new SeenFace(now, embedded, later, embeddings + 1, 0);
    }

    SeenFace reused() {
        return new SeenFace(face, vector, at, embeddings, reuses + 1);
    }

    /** Whether a face in a frame of this time may take the embedding. The clock of a camera may jump back. */
    boolean isFreshAt(Instant time) {
        return embeddings >= MIN_EMBEDDINGS && reuses < MAX_REUSES && isWithin(MAX_AGE, time);
    }

    /** Whether its place still counts. */
    boolean isRecentAt(Instant time) {
        return isWithin(MAX_GAP, time);
    }

    private boolean isWithin(Duration limit, Instant time) {
        var age = Duration.between(at, time);
        return !age.isNegative() && age.compareTo(limit) < 0;
    }

    /** Whether its box, its size and its landmarks have hardly moved. */
    boolean isInPlaceOf(Face now) {
        return near(corners(face.box()), corners(now.box())) && near(landmarks(face), landmarks(now));
    }

    private boolean near(List<Point> before, List<Point> after) {
        for (var i = 0; i < before.size(); i++) {
            var isNear = Math.abs(after.get(i).x() - before.get(i).x())
                            <= HARDLY * face.box().w()
                    && Math.abs(after.get(i).y() - before.get(i).y())
                            <= HARDLY * face.box().h();
            if (!isNear) {
                return false;
            }
        }
        return true;
    }

    private static List<Point> corners(BoundingBox box) {
        return List.of(new Point(box.x(), box.y()), new Point(box.x() + box.w(), box.y() + box.h()));
    }

    private static List<Point> landmarks(Face face) {
        var points = face.landmarks();
        return List.of(points.leftEye(), points.rightEye(), points.nose(), points.mouthLeft(), points.mouthRight());
    }
}
