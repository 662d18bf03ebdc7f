package io.faceline.evaluation.lookalike;

import java.util.List;

/**
 * What the matcher says of look-alikes.
 *
 * @param embedder model id
 * @param people number of people among whom they were sought
 * @param pairs most similar first
 * @param oneEnrolled the answers to the photo of one with only the photo of the other enrolled, in both directions
 * @param many number of people enrolled in {@code amongMany}
 * @param amongMany the same answers with others enrolled as well
 * @param bothEnrolled the answers to all other photos of both with the two photos enrolled
 */
public record LookAlikeReport(
        String embedder,
        int people,
        List<LookAlikes> pairs,
        Answers oneEnrolled,
        int many,
        Answers amongMany,
        Answers bothEnrolled) {
    public LookAlikeReport {
        pairs = List.copyOf(pairs);
    }

    /**
     * Numbers of photos.
     *
     * @param right named as the person in the photo
     * @param wrong named as the other
     */
    public record Answers(int right, int wrong, int uncertain, int unknown) {}
}
