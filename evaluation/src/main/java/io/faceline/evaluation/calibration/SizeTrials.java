package io.faceline.evaluation.calibration;

import io.faceline.evaluation.verification.ErrorRates;
import java.util.List;

/**
 * The searches in galleries of one size.
 *
 * @param people number of people enrolled
 * @param strangers the searches of strangers that found somebody
 * @param searched number of strangers' faces searched
 * @param errors of all searches
 */
record SizeTrials(int people, List<StrangerTrial> strangers, int searched, ErrorRates errors) {
    SizeTrials {
        strangers = List.copyOf(strangers);
    }
}
