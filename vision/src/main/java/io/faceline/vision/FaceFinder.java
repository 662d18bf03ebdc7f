package io.faceline.vision;

import io.faceline.contracts.DetectedFace;
import io.faceline.contracts.Face;
import io.faceline.contracts.Faces;
import io.faceline.vision.detect.Detection;
import io.faceline.vision.detect.FaceDetector;
import io.faceline.vision.image.FaceAligner;
import io.faceline.vision.image.ImageDecoder;
import io.faceline.vision.image.ImageException;
import io.faceline.vision.image.Picture;
import io.faceline.vision.image.QualityMeter;
import java.util.ArrayList;
import java.util.List;

/**
 * From the bytes of an encoded image to its faces, most confident first, each aligned and judged. Many threads may share
 * one. Owns its detector.
 */
public final class FaceFinder implements AutoCloseable {
    private final ImageDecoder decoder;
    private final FaceDetector detector;

    public FaceFinder(ImageDecoder decoder, FaceDetector detector) {
        this.decoder = decoder;
        this.detector = detector;
    }

    /** @throws ImageException when the bytes are no image that can be used */
    public Faces<DetectedFace> find(byte[] image) throws ImageException {
        try (var picture = decoder.decode(image)) {
            return find(picture);
        }
    }

    /** Of a picture that is decoded already; it stays the caller's. */
    public Faces<DetectedFace> find(Picture picture) {
        return faces(picture, detector.detect(picture));
    }

    /**
     * As {@link #find}, but a face that fills the image, without the margin that detectors want around it, is found too.
     *
     * @throws ImageException when the bytes are no image that can be used
     */
    public Faces<DetectedFace> findForEnrollment(byte[] image) throws ImageException {
        try (var picture = decoder.decode(image)) {
            var detections = detector.detect(picture);
            return faces(picture, detections.isEmpty() ? new PaddedDetector(detector).detect(picture) : detections);
        }
    }

    private static Faces<DetectedFace> faces(Picture picture, List<Detection> detections) {
        var faces = new ArrayList<DetectedFace>(detections.size());
        for (var detection : detections) {
            faces.add(face(picture, detection, faces.size()));
        }
        return new Faces<>(picture.width(), picture.height(), faces);
    }

    private static DetectedFace face(Picture picture, Detection detection, int index) {
        var box = detection.box();
        var landmarks = detection.landmarks();
        var crop = FaceAligner.align(picture, landmarks);
        var quality = QualityMeter.measure(picture, box, landmarks, crop, detection.confidence());
        return new DetectedFace(new Face(index, box, landmarks, detection.confidence(), quality), crop);
    }

    @Override
    public void close() {
        detector.close();
    }
}
