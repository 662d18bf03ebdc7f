package io.faceline.api.rules;

import io.faceline.contracts.topic.Retention;
import java.time.Duration;

/**
 * How long personal data is kept, in seconds.
 *
 * @param frames images in the pipeline
 * @param embeddings of the faces in them
 * @param matches answers, which contain no names
 * @param jobs from their start
 * @param sessions since the last request
 */
public record RetentionView(long frames, long embeddings, long matches, long jobs, long sessions) {
    public static RetentionView of(Retention topics, Duration jobs, Duration sessions) {
        return new RetentionView(
                topics.frames().toSeconds(),
                topics.embeddings().toSeconds(),
                topics.matches().toSeconds(),
                jobs.toSeconds(),
                sessions.toSeconds());
    }
}
