package io.faceline.evaluation.lookalike;

import java.nio.file.Path;

/**
 * Two people who resemble each other, by their most similar photos.
 *
 * @param similarity cosine similarity of the two photos
 */
public record LookAlikes(String one, Path photoOfOne, String other, Path photoOfOther, double similarity) {
    LookAlikes swapped() {
        return new LookAlikes(other, photoOfOther, one, photoOfOne, similarity);
    }
}
