package io.faceline.cli.report;

import io.faceline.contracts.face.Quality;
import io.faceline.contracts.face.Reason;
import io.faceline.tracking.UncertainSighting;
import java.util.Locale;

/** Why nobody was named, for people who never heard of embeddings. */
final class ReasonWords {
    private ReasonWords() {}

    static String of(UncertainSighting.Cause cause) {
        return switch (cause) {
            case UNSURE_FRAMES -> "Some frames point to this person, but too few of them or not surely enough.";
            case LIKE_SOMEBODY_NAMED ->
                "No frame points to anybody, but the face looks like somebody who is named elsewhere in this video.";
        };
    }

    /** @param quality of the face that the reason was given for */
    static String of(Reason reason, Quality quality) {
        return switch (reason) {
            case SMALL_FACE -> String.format(Locale.ROOT, "The face is small: %.0f pixels wide.", quality.sizePixels());
            case LOW_SHARPNESS -> "The face is blurred.";
            case EXTREME_POSE -> "The face is turned away.";
            case LOW_BRIGHTNESS -> "The face is too dark or too bright.";
            case LOW_CONFIDENCE -> "It is hardly recognisable as a face.";
            case BELOW_THRESHOLD -> "Even this frame is less similar than a name needs.";
            case AMBIGUOUS_MARGIN -> "Somebody else in the gallery is almost as similar.";
            case STALE_GALLERY -> "The gallery was not up to date yet.";
        };
    }
}
