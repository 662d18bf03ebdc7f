package io.faceline.cli.report;

import io.faceline.contracts.Blob;
import io.faceline.contracts.face.BoundingBox;
import io.faceline.tracking.summary.SeenShot;
import io.faceline.vision.image.FaceThumbnail;
import io.faceline.vision.image.Picture;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** Creates face images that are embedded in the page. */
public final class FaceImages {
    private static final int MAX_SIDE = 400;

    private final Path video;
    private final FrameExtractor extractor;

    FaceImages(Path video, FrameExtractor extractor) {
        this.video = video;
        this.extractor = extractor;
    }

    /**
     * A face and its surroundings.
     *
     * @param source the data URL of the image
     * @param side the width and height of the image in pixels
     * @param box the face within the image
     */
    public record Closeup(String source, int side, BoundingBox box) {
        public String x() {
            return percent(box.x());
        }

        public String y() {
            return percent(box.y());
        }

        public String width() {
            return percent(box.w());
        }

        public String height() {
            return percent(box.h());
        }

        private static String percent(double share) {
            return String.format(Locale.ROOT, "%.2f%%", 100 * share);
        }
    }

    /** Empty when the frame cannot be read again. */
    public Optional<Closeup> closeup(SeenShot shot) {
        return extractor.at(video, shot.position()).map(frame -> closeup(frame, shot.box()));
    }

    private static Closeup closeup(Picture frame, BoundingBox face) {
        try (frame) {
            var thumbnail = FaceThumbnail.of(frame, face, MAX_SIDE);
            return new Closeup(source(thumbnail.jpeg()), thumbnail.side(), thumbnail.box());
        }
    }

    /** Encodes the image as a data URL. */
    public static String source(Blob jpeg) {
        return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg.toByteArray());
    }
}
