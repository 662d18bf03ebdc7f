package io.faceline.cli.report;

import io.faceline.contracts.Blob;
import io.faceline.contracts.face.BoundingBox;
import io.faceline.tracking.BestShot;
import io.faceline.vision.image.FaceThumbnail;
import io.faceline.vision.image.Picture;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Faces as images that are part of the page. */
final class FaceImages {
    private static final int MAX_SIDE = 400;
    private static final String CROP_SIDE = "112";

    private final Path video;
    private final FrameExtractor stills;

    FaceImages(Path video, FrameExtractor stills) {
        this.video = video;
        this.stills = stills;
    }

    /** The face with its surroundings and its box; the crop alone when the frame cannot be had again. */
    Html shot(BestShot shot, String alt) {
        return stills.at(video, shot.position())
                .map(frame -> closeup(frame, shot.box(), alt))
                .orElseGet(() -> fallback(shot, alt));
    }

    private static Html closeup(Picture frame, BoundingBox face, String alt) {
        try (frame) {
            var closeup = FaceThumbnail.of(frame, face, MAX_SIDE);
            var side = Integer.toString(closeup.side());
            return Tag.of("div.shot", image(closeup.jpeg(), side, alt), box(closeup.box()));
        }
    }

    /** Drawn over the image and not into it, as sharp as the screen. */
    private static Html box(BoundingBox box) {
        return Tag.of("svg.box", rectangle("under", box), rectangle("over", box))
                .with("aria-hidden", "true");
    }

    private static Tag rectangle(String style, BoundingBox box) {
        return Tag.of("rect." + style)
                .with("x", percent(box.x()))
                .with("y", percent(box.y()))
                .with("width", percent(box.w()))
                .with("height", percent(box.h()))
                .with("rx", "3");
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", 100 * share);
    }

    private static Html fallback(BestShot shot, String alt) {
        return Tag.of(
                "div.shot.lone",
                crop(shot.cropJpeg(), alt),
                Tag.of("span.small", "The frame could not be read again: the face alone."));
    }

    /** An aligned crop; a gap when there is none. */
    static Html crop(@Nullable Blob jpeg, String alt) {
        return Optional.ofNullable(jpeg)
                .<Html>map(known -> image(known, CROP_SIDE, alt))
                .orElseGet(() -> Tag.of("span.no-image", "no image"));
    }

    private static Tag image(Blob jpeg, String side, String alt) {
        return Tag.of("img")
                .with("src", "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg.toByteArray()))
                .with("width", side)
                .with("height", side)
                .with("alt", alt);
    }
}
