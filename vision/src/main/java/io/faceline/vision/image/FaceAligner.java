package io.faceline.vision.image;

import io.faceline.contracts.Blob;
import io.faceline.contracts.face.AlignedCrop;
import io.faceline.contracts.face.Landmarks;
import io.faceline.contracts.face.Point;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Rotates, scales and translates a face so that its landmarks match the template of the embedders, as InsightFace's
 * norm_crop.
 */
public final class FaceAligner {
    /** The ArcFace template for 112 × 112 pixels, from left to right in the image: eyes, nose, corners of the mouth. */
    public static final List<Point> TEMPLATE = List.of(
            new Point(38.2946, 51.6963),
            new Point(73.5318, 51.5014),
            new Point(56.0252, 71.7366),
            new Point(41.5493, 92.3655),
            new Point(70.7299, 92.2041));

    private static final Size SIZE = new Size(AlignedCrop.SIDE, AlignedCrop.SIDE);

    private FaceAligner() {}

    /** Aligns a face. Areas outside the image are black in the crop. */
    public static AlignedCrop align(Picture picture, Landmarks landmarks) {
        var matrix = matrix(transform(inPixels(landmarks, picture)));
        var crop = new Mat();
        try {
            Imgproc.warpAffine(
                    picture.bgr(), crop, matrix, SIZE, Imgproc.INTER_LINEAR, Core.BORDER_CONSTANT, Scalar.all(0));
            var bytes = new byte[AlignedCrop.BYTES];
            crop.get(0, 0, bytes);
            return new AlignedCrop(Blob.wrap(bytes));
        } finally {
            crop.release();
            matrix.release();
        }
    }

    /** The transform from pixels of the image to pixels of the crop. */
    public static SimilarityTransform transform(List<Point> points) {
        return SimilarityTransform.between(points, TEMPLATE);
    }

    /** Landmarks in pixels in the template's order: the person's right eye is on the left of the image. */
    public static List<Point> inPixels(Landmarks landmarks, Picture picture) {
        return List.of(
                inPixels(landmarks.rightEye(), picture),
                inPixels(landmarks.leftEye(), picture),
                inPixels(landmarks.nose(), picture),
                inPixels(landmarks.mouthRight(), picture),
                inPixels(landmarks.mouthLeft(), picture));
    }

    private static Point inPixels(Point point, Picture picture) {
        return new Point(point.x() * picture.width(), point.y() * picture.height());
    }

    private static Mat matrix(SimilarityTransform transform) {
        var matrix = new Mat(2, 3, CvType.CV_64F);
        matrix.put(0, 0, transform.a(), -transform.b(), transform.tx(), transform.b(), transform.a(), transform.ty());
        return matrix;
    }
}
