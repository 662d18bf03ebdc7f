package io.faceline.api.rules;

import io.faceline.contracts.topic.Retention;
import io.faceline.web.view.JobRetention;
import java.time.Duration;

/**
 * How long personal data is kept, in seconds.
 *
 * @param frames images in the pipeline
 * @param embeddings of the faces in them
 * @param matches answers, which contain no names
 * @param jobs from their start
 * @param keptJobs those that their owner keeps
 * @param sessions since the last request
 */
public record RetentionView(long frames, long embeddings, long matches, long jobs, long keptJobs, long sessions) {
    public static RetentionView of(Retention topics, JobRetention jobs, Duration sessions) {
        return new RetentionView(
                topics.frames().toSeconds(),
                topics.embeddings().toSeconds(),
                topics.matches().toSeconds(),
                jobs.usual().toSeconds(),
                jobs.kept().toSeconds(),
                sessions.toSeconds());
    }
}
