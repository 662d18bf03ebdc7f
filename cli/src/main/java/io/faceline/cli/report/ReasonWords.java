package io.faceline.cli.report;

import io.faceline.contracts.face.Quality;
import io.faceline.contracts.face.Reason;
import io.faceline.contracts.face.Weakness;
import io.faceline.tracking.summary.UncertainSighting;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Explains in plain words why nobody was named. */
final class ReasonWords {
    private ReasonWords() {}

    static String of(UncertainSighting.Cause cause) {
        return switch (cause) {
            case UNSURE_FRAMES -> "Some frames match this person, but too few of them or with too low a similarity.";
            case LIKE_SOMEBODY_NAMED ->
                "No frame matches anybody, but the face resembles a person who is named elsewhere in this video.";
        };
    }

    /** @param quality the quality of the face with this reason */
    static String of(Reason reason, Quality quality) {
        return switch (reason) {
            case SMALL_FACE -> String.format(Locale.ROOT, "The face is small: %.0f pixels wide.", quality.sizePixels());
            case LOW_SHARPNESS -> "The face is blurred.";
            case EXTREME_POSE -> "The face is turned away.";
            case LOW_BRIGHTNESS -> "The face is too dark or too bright.";
            case LOW_CONFIDENCE -> "It is hardly recognisable as a face.";
            case BELOW_THRESHOLD -> "The similarity of this frame is below the threshold for a name.";
            case AMBIGUOUS_MARGIN -> "Another person in the gallery is almost as similar.";
            case STALE_GALLERY -> "The gallery was not up to date yet.";
            case SAME_NAME -> "Another person with the same name is as similar, perhaps enrolled twice.";
            case UNRECOGNISABLE -> "The face is too poor to tell people apart" + cause(quality.weakness()) + ".";
            case MANY_SIMILAR -> "The face resembles many people of the gallery.";
            case UNKNOWN -> "For a reason that this version does not know.";
        };
    }

    private static String cause(@Nullable Weakness weakness) {
        return weakness == null
                ? ""
                : switch (weakness) {
                    case TURNED -> ": it is turned on its side or head";
                    case COVERED -> ": it is covered, as by a mask";
                    case COVERED_EYES -> ": its eyes are covered, as by sunglasses";
                    case UNCLEAR -> ": it is blurred, dark or small";
                    case UNKNOWN -> "";
                };
    }
}
