package io.faceline.contracts.topic;

import java.time.Duration;
import java.util.stream.Stream;

/**
 * How long topics keep their records. Applied when a topic is created.
 *
 * @param frames images, and the faces detected in them
 * @param embeddings embeddings of all faces, including unknown people; also changes, their answers and dead letters
 * @param matches answers
 * @param alerts alerts, their pictures and what became of their delivery
 * @param replaced compacted topics: when replaced and deleted records may be removed from disk
 */
public record Retention(Duration frames, Duration embeddings, Duration matches, Duration alerts, Duration replaced) {
    private static final Duration DEFAULT_ALERTS = Duration.ofDays(30);

    public static final Retention DEFAULT =
            new Retention(Duration.ofHours(1), Duration.ofHours(24), Duration.ofDays(7), Duration.ofHours(1));

    /** With the usual time for alerts. */
    public Retention(Duration frames, Duration embeddings, Duration matches, Duration replaced) {
        this(frames, embeddings, matches, DEFAULT_ALERTS, replaced);
    }

    /** The longest time for which previews of cameras are kept. */
    private static final Duration MAX_PREVIEWS = Duration.ofMinutes(5);

    /** Small pictures of cameras: for minutes, and no longer than frames. */
    public Duration previews() {
        return frames.compareTo(MAX_PREVIEWS) < 0 ? frames : MAX_PREVIEWS;
    }

    public Retention {
        if (Stream.of(frames, embeddings, matches, alerts, replaced).anyMatch(time -> time.toMillis() < 1)) {
            throw new IllegalArgumentException("retention must be at least 1 ms");
        }
    }

    /**
     * How long after a frame was sent there may be an answer to it: the frame, its detections, its embeddings and the answer
     * each wait in their topics as long as these keep them.
     */
    public Duration untilUnanswerable() {
        return frames.multipliedBy(2).plus(embeddings).plus(matches);
    }
}
