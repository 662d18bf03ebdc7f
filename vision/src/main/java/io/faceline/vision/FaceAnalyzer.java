package io.faceline.vision;

import io.faceline.contracts.Blob;
import io.faceline.contracts.face.DetectedFace;
import io.faceline.contracts.face.Face;
import io.faceline.contracts.face.Faces;
import io.faceline.contracts.face.Landmarks;
import io.faceline.vision.detect.Detection;
import io.faceline.vision.detect.FaceDetector;
import io.faceline.vision.detect.Look;
import io.faceline.vision.image.FaceAligner;
import io.faceline.vision.image.ImageException;
import io.faceline.vision.image.LowLightEnhancement;
import io.faceline.vision.image.Picture;
import io.faceline.vision.image.decode.ImageDecoder;
import io.faceline.vision.image.quality.HeadPose;
import io.faceline.vision.image.quality.QualityMeter;
import io.faceline.vision.model.ModelInUse;
import io.faceline.vision.turn.TurnedFaces;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * From an encoded image to its faces, most confident first, each aligned and judged. Many threads may share
 * one. Owns its detector and its pose model.
 */
public final class FaceAnalyzer implements AutoCloseable {
    /** Minimum IoU of two boxes of the same face. */
    private static final double SAME_FACE_IOU = 0.4;

    /** Detections of an image that are checked for being turned, until one is. A photo is looked at once. */
    private static final int CHECKED_IN_PHOTOS = 4;

    private static final int CHECKED_IN_VIDEOS = 1;

    /** A frame without a face is searched on its sides too if something in it is a face with this confidence. */
    private static final double PERHAPS_TURNED = 0.45;

    /** Beyond these angles, the pose is estimated again from the pixels: landmarks exaggerate it, the pitch twofold. */
    private static final double DOUBTFUL_YAW = 40;

    private static final double DOUBTFUL_PITCH = 35;

    private final ImageDecoder decoder;
    private final FaceDetector detector;
    private final Optional<PoseModel> poseModel;
    private final TurnedFaces turnedFaces;
    private final MinimumFaceSize minimumFaceSize;

    FaceAnalyzer(
            ImageDecoder decoder,
            FaceDetector detector,
            Optional<PoseModel> poseModel,
            MinimumFaceSize minimumFaceSize) {
        this.decoder = decoder;
        this.detector = detector;
        this.poseModel = poseModel;
        this.turnedFaces = new TurnedFaces(detector);
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
        return faces(picture, detectInPhoto(picture));
    }

    /**
     * Finds the faces of a frame of a video or camera. Where none is found, the frame is searched on its head, and
     * on its sides only if something in it may be a face: most frames without a face show none.
     *
     * @throws ImageException when the image is invalid
     */
    public Faces<DetectedFace> findInVideo(Blob image) throws ImageException {
        try (var picture = decoder.decode(image)) {
            return faces(picture, detectInVideo(picture));
        }
    }

    /**
     * Like {@link #find}, but also finds a face that fills the image without the margin that detectors need.
     *
     * @throws ImageException when the image is invalid
     */
    public Faces<DetectedFace> findForEnrollment(Blob image) throws ImageException {
        try (var picture = decoder.decode(image)) {
            var faces = detectInPhoto(picture);
            return faces(
                    picture,
                    faces.isEmpty() ? new PaddedDetector(detector).detect(picture, minimumFaceSize.inPhotos()) : faces);
        }
    }

    private List<Detection> detectInPhoto(Picture picture) {
        return detect(picture, minimumFaceSize.inPhotos(), (image, look) -> {
            var faces = turnedFaces.among(image, look, minimumFaceSize.inPhotos(), CHECKED_IN_PHOTOS);
            return faces.isEmpty() ? turnedFaces.find(image) : faces;
        });
    }

    private List<Detection> detectInVideo(Picture picture) {
        return detect(picture, minimumFaceSize.inVideos(), (image, look) -> {
            var certain = new Look(look.faces(), List.of());
            var faces = turnedFaces.among(image, certain, minimumFaceSize.inVideos(), CHECKED_IN_VIDEOS);
            if (!faces.isEmpty()) {
                return faces;
            }
            return isPerhapsTurned(look) ? turnedFaces.find(image) : turnedFaces.findOnItsHead(image);
        });
    }

    private static boolean isPerhapsTurned(Look look) {
        return look.doubtful().stream().anyMatch(detection -> detection.confidence() >= PERHAPS_TURNED);
    }

    /**
     * Runs a second, brightened pass on dark images. The first pass remains: bright faces are overexposed in the
     * second.
     *
     * @param turned also finds the turned faces of an image, which is bright
     */
    private List<Detection> detect(
            Picture picture, int smallestFacePixels, BiFunction<Picture, Look, List<Detection>> turned) {
        var look = detector.look(picture, smallestFacePixels);
        if (!LowLightEnhancement.isDark(picture)) {
            return turned.apply(picture, look);
        }
        try (var bright = LowLightEnhancement.brighten(picture)) {
            var second = detector.look(bright, smallestFacePixels, look.faces());
            return turned.apply(bright, new Look(merge(look.faces(), second.faces()), second.doubtful()));
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

    private Faces<DetectedFace> faces(Picture picture, List<Detection> detections) {
        var faces = new ArrayList<DetectedFace>(detections.size());
        for (var detection : detections) {
            faces.add(face(picture, detection, faces.size()));
        }
        return new Faces<>(picture.width(), picture.height(), faces);
    }

    private DetectedFace face(Picture picture, Detection detection, int index) {
        var box = detection.box();
        var landmarks = detection.landmarks();
        var crop = FaceAligner.align(picture, landmarks);
        var quality =
                QualityMeter.measure(picture, box, landmarks, pose(picture, landmarks), crop, detection.confidence());
        return new DetectedFace(
                new Face(index, box, landmarks, detection.confidence(), quality), LowLightEnhancement.brightened(crop));
    }

    private HeadPose pose(Picture picture, Landmarks landmarks) {
        var pose = HeadPose.of(FaceAligner.inPixels(landmarks, picture));
        var isDoubtful = Math.abs(pose.yaw()) > DOUBTFUL_YAW || Math.abs(pose.pitch()) > DOUBTFUL_PITCH;
        return poseModel
                .filter(model -> isDoubtful)
                .map(model -> model.estimate(picture, landmarks, pose.roll()))
                .map(pose::lessExtreme)
                .orElse(pose);
    }

    /** The model that detects the faces. */
    public ModelInUse model() {
        return detector.model();
    }

    @Override
    public void close() {
        poseModel.ifPresent(PoseModel::close);
        detector.close();
    }
}
