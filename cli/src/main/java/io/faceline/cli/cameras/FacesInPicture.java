package io.faceline.cli.cameras;

import io.faceline.contracts.Blob;
import io.faceline.contracts.face.DetectedFace;
import io.faceline.contracts.face.Face;
import io.faceline.contracts.face.Faces;
import io.faceline.contracts.frame.Lane;
import io.faceline.vision.Vision;
import io.faceline.vision.VisionSettings;
import io.faceline.vision.image.ImageException;
import io.faceline.vision.model.InferencePermits;
import java.util.Optional;

/**
 * The faces of a camera's first picture.
 *
 * @param count of faces
 * @param largestPixels the shorter side of the largest face; 0 without faces
 * @param rotate degrees clockwise that would put the largest face upright: 0, 90, 180 or 270
 */
record FacesInPicture(int count, int largestPixels, int rotate) {
    private static final int QUARTER = 90;
    private static final int FULL_TURN = 360;

    /** Empty if the picture cannot be decoded. */
    static Optional<FacesInPicture> of(Blob jpeg) {
        var settings = VisionSettings.defaults(InferencePermits.onePerCore(), Lane.BULK);
        try (var analyzer = Vision.openAnalyzer(settings)) {
            return Optional.of(of(analyzer.find(jpeg)));
        } catch (ImageException e) {
            return Optional.empty();
        }
    }

    static FacesInPicture of(Faces<DetectedFace> found) {
        return found.largest(DetectedFace::face)
                .map(DetectedFace::face)
                .map(face -> new FacesInPicture(found.faces().size(), pixels(face, found), rotation(face, found)))
                .orElseGet(() -> new FacesInPicture(0, 0, 0));
    }

    private static int pixels(Face face, Faces<?> image) {
        return (int) Math.round(
                Math.min(face.box().w() * image.imageWidth(), face.box().h() * image.imageHeight()));
    }

    /** By the line from the eyes to the mouth, which points down in an upright picture. */
    private static int rotation(Face face, Faces<?> image) {
        var points = face.landmarks();
        var right = points.mouthLeft().x()
                + points.mouthRight().x()
                - points.leftEye().x()
                - points.rightEye().x();
        var down = points.mouthLeft().y()
                + points.mouthRight().y()
                - points.leftEye().y()
                - points.rightEye().y();
        var clockwise = Math.toDegrees(Math.atan2(down * image.imageHeight(), right * image.imageWidth()));
        return Math.floorMod(QUARTER - (int) Math.round(clockwise / (double) QUARTER) * QUARTER, FULL_TURN);
    }
}
