package io.faceline.benchmarks.generations;

import java.util.Optional;

/**
 * A photo that was searched.
 *
 * @param person empty for a stranger
 * @param guess empty when no face was found
 */
public record Trial(Optional<String> person, Optional<Guess> guess) {
    boolean isOfStranger() {
        return person.isEmpty();
    }

    /** Whether anybody is named at this threshold. */
    boolean isNamed(double threshold) {
        return guess.filter(made -> made.confidence() >= threshold).isPresent();
    }

    /** Whether the person in the photo is named at this threshold. */
    boolean isRight(double threshold) {
        return isNamed(threshold) && person.equals(guess.map(made -> made.person()));
    }
}
