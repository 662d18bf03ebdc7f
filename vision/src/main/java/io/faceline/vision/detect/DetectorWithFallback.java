package io.faceline.vision.detect;

import io.faceline.vision.image.Picture;
import io.faceline.vision.model.ModelInUse;
import java.util.List;
import java.util.Optional;

/** Asks a second detector where the first one finds no face. Owns both. */
public final class DetectorWithFallback implements FaceDetector {
    private final FaceDetector first;
    private final FaceDetector second;

    public DetectorWithFallback(FaceDetector first, FaceDetector second) {
        this.first = first;
        this.second = second;
    }

    @Override
    public List<Detection> detect(Picture picture, int smallestFacePixels) {
        return look(picture, smallestFacePixels).faces();
    }

    @Override
    public Look look(Picture picture, int smallestFacePixels) {
        return look(picture, smallestFacePixels, List.of());
    }

    @Override
    public Look look(Picture picture, int smallestFacePixels, List<Detection> known) {
        var look = first.look(picture, smallestFacePixels, known);
        return look.faces().isEmpty() ? new Look(second.detect(picture, smallestFacePixels), look.doubtful()) : look;
    }

    /** By the first alone. */
    @Override
    public List<Detection> detectSure(Picture picture, int smallestFacePixels) {
        return first.detectSure(picture, smallestFacePixels);
    }

    @Override
    public Optional<FaceLikeness> likeness() {
        return first.likeness();
    }

    /** The first. */
    @Override
    public ModelInUse model() {
        return first.model();
    }

    @Override
    public void close() {
        second.close();
        first.close();
    }
}
