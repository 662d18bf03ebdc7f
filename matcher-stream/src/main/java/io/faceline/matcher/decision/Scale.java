package io.faceline.matcher.decision;

import io.faceline.contracts.catalog.MatchingFacts;
import io.faceline.contracts.face.Thresholds;
import io.faceline.contracts.frame.FrameFacts;
import java.util.function.DoubleUnaryOperator;

/**
 * What adjusted similarities mean in a gallery of some number of people.
 *
 * @param confidence the match confidence, 0 to 1, of an adjusted similarity
 */
public record Scale(Thresholds thresholds, DoubleUnaryOperator confidence) {
    /** The scale for a frame, whose options may make it stricter. */
    Scale of(FrameFacts frame) {
        return new Scale(frame.over(thresholds), confidence);
    }

    /** The scale of a model whose thresholds do not depend on the gallery. */
    public static Scale of(MatchingFacts model) {
        return new Scale(model.thresholds(), model.calibration()::confidence);
    }
}
