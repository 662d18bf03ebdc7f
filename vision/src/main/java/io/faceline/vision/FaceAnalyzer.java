package io.faceline.vision;

import io.faceline.contracts.Blob;
import io.faceline.contracts.face.DetectedFace;
import io.faceline.contracts.face.Face;
import io.faceline.contracts.face.Faces;
import io.faceline.vision.detect.Detection;
import io.faceline.vision.detect.FaceDetector;
import io.faceline.vision.image.FaceAligner;
import io.faceline.vision.image.ImageException;
import io.faceline.vision.image.LowLightEnhancement;
import io.faceline.vision.image.Picture;
import io.faceline.vision.image.decode.ImageDecoder;
import io.faceline.vision.image.quality.QualityMeter;
import io.faceline.vision.model.ModelInUse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * From an encoded image to its faces, most confident first, each aligned and judged. Many threads may share
 * one. Owns its detector.
 */
public final class FaceAnalyzer implements AutoCloseable {
    /** Minimum IoU of two boxes of the same face. */
    private static final double SAME_FACE_IOU = 0.4;

    private final ImageDecoder decoder;
    private final FaceDetector detector;
    private final MinimumFaceSize minimumFaceSize;

    public FaceAnalyzer(ImageDecoder decoder, FaceDetector detector, MinimumFaceSize minimumFaceSize) {
        this.decoder = decoder;
        this.detector = detector;
        this.minimumFaceSize = minimumFaceSize;
    }

    /**
     * Finds the faces of a photo.
     *
     * @throws ImageException when the image is invalid
     */
    public Faces<DetectedFace> find(Blob image) throws ImageException {
        try (var picture = decoder.decode(image)) {
            return find(picture);
        }
    }

    /** Finds the faces of a decoded photo, which the caller closes. */
    public Faces<DetectedFace> find(Picture picture) {
        return faces(picture, detect(picture, minimumFaceSize.inPhotos()));
    }

    /**
     * Finds the faces of a frame of a video or camera.
     *
     * @throws ImageException when the image is invalid
     */
    public Faces<DetectedFace> findInVideo(Blob image) throws ImageException {
        try (var picture = decoder.decode(image)) {
            return faces(picture, detect(picture, minimumFaceSize.inVideos()));
        }
    }

    /**
     * Like {@link #find}, but also finds a face that fills the image without the margin that detectors need.
     *
     * @throws ImageException when the image is invalid
     */
    public Faces<DetectedFace> findForEnrollment(Blob image) throws ImageException {
        try (var picture = decoder.decode(image)) {
            return faces(picture, detectForEnrollment(picture));
        }
    }

    private List<Detection> detectForEnrollment(Picture picture) {
        var detections = detect(picture, minimumFaceSize.inPhotos());
        return detections.isEmpty()
                ? new PaddedDetector(detector).detect(picture, minimumFaceSize.inPhotos())
                : detections;
    }

    /**
     * Runs a second, brightened pass on dark images. The first pass remains: bright faces are overexposed in the
     * second.
     */
    private List<Detection> detect(Picture picture, int smallestFacePixels) {
        var detections = detector.detect(picture, smallestFacePixels);
        if (!LowLightEnhancement.isDark(picture)) {
            return detections;
        }
        try (var bright = LowLightEnhancement.brighten(picture)) {
            return merge(detections, detector.detect(bright, smallestFacePixels));
        }
    }

    private static List<Detection> merge(List<Detection> first, List<Detection> second) {
        var all = new ArrayList<>(first);
        second.stream()
                .filter(other -> first.stream().noneMatch(known -> known.box().iou(other.box()) > SAME_FACE_IOU))
                .forEach(all::add);
        all.sort(Comparator.comparingDouble(Detection::confidence).reversed());
        return all;
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
        return new DetectedFace(
                new Face(index, box, landmarks, detection.confidence(), quality), LowLightEnhancement.brightened(crop));
    }

    /** The model that detects the faces. */
    public ModelInUse model() {
        return detector.model();
    }

    @Override
    public void close() {
        detector.close();
    }
}
