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
    /** Two boxes that overlap this much are of one face. */
    private static final double SAME_FACE = 0.4;

    private final ImageDecoder decoder;
    private final FaceDetector detector;
    private final MinimumFaceSize smallestFace;

    public FaceAnalyzer(ImageDecoder decoder, FaceDetector detector, MinimumFaceSize smallestFace) {
        this.decoder = decoder;
        this.detector = detector;
        this.smallestFace = smallestFace;
    }

    /**
     * Of a photo.
     *
     * @throws ImageException when the bytes are no image that can be used
     */
    public Faces<DetectedFace> find(Blob image) throws ImageException {
        try (var picture = decoder.decode(image)) {
            return find(picture);
        }
    }

    /** Of a photo that is decoded already; it stays the caller's. */
    public Faces<DetectedFace> find(Picture picture) {
        return faces(picture, detect(picture, smallestFace.inPhotos()));
    }

    /**
     * Of a frame of a video or camera.
     *
     * @throws ImageException when the bytes are no image that can be used
     */
    public Faces<DetectedFace> findInVideo(Blob image) throws ImageException {
        try (var picture = decoder.decode(image)) {
            return faces(picture, detect(picture, smallestFace.inVideos()));
        }
    }

    /**
     * As {@link #find}, but a face that fills the image, without the margin that detectors want around it, is found too.
     *
     * @throws ImageException when the bytes are no image that can be used
     */
    public Faces<DetectedFace> findForEnrollment(Blob image) throws ImageException {
        try (var picture = decoder.decode(image)) {
            return faces(picture, detectForEnrollment(picture));
        }
    }

    private List<Detection> detectForEnrollment(Picture picture) {
        var detections = detect(picture, smallestFace.inPhotos());
        return detections.isEmpty()
                ? new PaddedDetector(detector).detect(picture, smallestFace.inPhotos())
                : detections;
    }

    /** In the dark a second look shows more; what is lit is seen at the first, and glaring at the second. */
    private List<Detection> detect(Picture picture, int smallestFacePixels) {
        var detections = detector.detect(picture, smallestFacePixels);
        if (!LowLightEnhancement.isDark(picture)) {
            return detections;
        }
        try (var bright = LowLightEnhancement.brighten(picture)) {
            return together(detections, detector.detect(bright, smallestFacePixels));
        }
    }

    private static List<Detection> together(List<Detection> first, List<Detection> second) {
        var all = new ArrayList<>(first);
        second.stream()
                .filter(more -> first.stream().noneMatch(one -> one.box().iou(more.box()) > SAME_FACE))
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

    /** What finds the faces. */
    public ModelInUse model() {
        return detector.model();
    }

    @Override
    public void close() {
        detector.close();
    }
}
