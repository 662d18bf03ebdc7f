package io.faceline.api.deadletters;

import java.time.Instant;
import java.util.Optional;

/**
 * A dead letter, without its content.
 *
 * @param id its offset
 * @param at when it was written
 * @param key as text
 * @param resentAt when it was last sent again
 */
record KnownLetter(
        long id, Instant at, String key, Optional<String> frame, LetterNote note, Optional<Instant> resentAt) {
    KnownLetter resent(Instant when) {
        return new KnownLetter(id, at, key, frame, note, Optional.of(when));
    }
}
