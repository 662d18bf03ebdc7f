package io.faceline.evaluation.detection;

import io.faceline.vision.FaceAnalyzer;
import java.awt.Color;
import java.util.List;
import java.util.function.Predicate;

/** Measures photos whose faces are known. */
record PhotoRows(DetectionData data, FaceAnalyzer analyzer) {
    private static final int MASKS = 150;
    private static final int SMALL_FACES = 45;
    private static final int SMALL_FACE_PIXELS = 16;
    private static final int FRAME_WIDTH = 640;
    private static final int FRAME_HEIGHT = 480;

    /** Width of the face in the middle of a photo of LFW, relative to the photo: the median of RFB-320's boxes. */
    private static final double LFW_FACE_SHARE = 0.36;

    DetectionRow noses() {
        var tally = new DetectionTally("photos/noses.csv", analyzer::find);
        data.noses()
                .forEach((photo, noses) -> tally.add(
                        DetectionData.bytes(photo),
                        noses.stream()
                                .<Predicate<FoundFaces.Box>>map(nose -> box -> box.contains(nose.x(), nose.y()))
                                .toList(),
                        List.of()));
        return tally.row();
    }

    /** One face each; tight crops get the margin that a photo has. */
    DetectionRow masks() {
        var tally = new DetectionTally("masked faces", analyzer::find);
        data.photos("masks/with_mask").stream().limit(MASKS).forEach(file -> {
            var image = data.image(file);
            var padded = image.onBackground(2 * image.width(), 2 * image.height(), Color.BLACK);
            tally.add(padded.encoded(), List.of(PhotoRows::anywhere), List.of());
        });
        return tally.row();
    }

    DetectionRow smallFacesInPhotos() {
        return smallFaces("faces of 16 pixels, photo", analyzer::find);
    }

    DetectionRow smallFacesInVideos() {
        return smallFaces("faces of 16 pixels, video frame", analyzer::findInVideo);
    }

    /** A face of LFW in the middle of a frame; people in the background of its photo are no false faces. */
    private DetectionRow smallFaces(String name, DetectionTally.Finder finder) {
        var tally = new DetectionTally(name, finder);
        var photos = data.photos("lfw");
        Predicate<FoundFaces.Box> inTheMiddle = box -> box.contains(FRAME_WIDTH / 2.0, FRAME_HEIGHT / 2.0);
        for (var i = 0; i < SMALL_FACES; i++) {
            var photo = data.image(photos.get(i * photos.size() / SMALL_FACES));
            var frame = photo.scaled(SMALL_FACE_PIXELS / (LFW_FACE_SHARE * photo.width()))
                    .onBackground(FRAME_WIDTH, FRAME_HEIGHT, Color.GRAY);
            tally.add(frame.encoded(), List.of(inTheMiddle), List.of(PhotoRows::anywhere));
        }
        return tally.row();
    }

    private static boolean anywhere(FoundFaces.Box box) {
        return true;
    }
}
