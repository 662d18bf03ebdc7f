package io.faceline.contracts.topic;

import java.time.Duration;
import java.util.stream.Stream;

/**
 * How long topics keep what they hold. Said to Kafka when a topic is made.
 *
 * @param frames images on their way, and the faces found in them
 * @param embeddings of all faces, strangers' too; changes, their answers and dead letters are kept as long
 * @param matches the answers
 * @param replaced of the topics that keep the latest of every key: after so long what was replaced or deleted may leave
 *     the disk
 */
public record Retention(Duration frames, Duration embeddings, Duration matches, Duration replaced) {
    public static final Retention DEFAULT =
            new Retention(Duration.ofHours(1), Duration.ofHours(24), Duration.ofDays(7), Duration.ofHours(1));

    public Retention {
        if (Stream.of(frames, embeddings, matches, replaced).anyMatch(time -> time.toMillis() < 1)) {
            throw new IllegalArgumentException("a topic keeps its records for a while");
        }
    }

    /** How long after a frame was sent there may be an answer to it: both wait in their topics as long as these keep them. */
    public Duration untilUnanswerable() {
        return frames.plus(matches);
    }
}
