package io.faceline.evaluation.recognisability;

import io.faceline.matcher.recognisability.Measures;

/**
 * The result of the search of one face.
 *
 * @param truth whether the best candidate is the person, someone else, or the person is a stranger
 * @param best similarity of the best candidate
 * @param second similarity of the second person; -1 without one
 * @param crowd mean similarity of the second to the sixth person; -1 without any
 * @param people number of people enrolled
 * @param probe measures of the probe
 * @param reference measures of the best candidate's reference
 */
public record Found(
        Truth truth, float best, float second, float crowd, int people, Measures probe, Measures reference) {
    public enum Truth {
        RIGHT,
        WRONG,
        STRANGER
    }
}
