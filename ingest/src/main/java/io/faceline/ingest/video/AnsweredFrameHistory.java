package io.faceline.ingest.video;

import io.faceline.contracts.frame.Match;
import io.faceline.contracts.job.Job;
import io.faceline.runtime.kafka.ConsumedRecord;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.StartOffset;
import io.faceline.runtime.kafka.TopicReader;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Finds the frames of a job that were answered before this process resumed it. */
@FunctionalInterface
public interface AnsweredFrameHistory {
    /** The sequence numbers of the answered frames. */
    Set<Long> of(Job job);

    /** A history that reads the topic {@code matches}. */
    static AnsweredFrameHistory from(KafkaSettings kafka) {
        return job -> read(kafka, job);
    }

    private static Set<Long> read(KafkaSettings kafka, Job job) {
        var timeout = Duration.ofMinutes(5);
        var answered = ConcurrentHashMap.<Long>newKeySet();
        var topic = kafka.topics().matches();
        var from = StartOffset.ofWorkSince(job.startedAt());
        try (var reader =
                TopicReader.ofKey(kafka, topic, job.session().value(), from, read -> add(read, job, answered))) {
            reader.start();
            reader.awaitCaughtUp(timeout);
        }
        return answered;
    }

    private static void add(ConsumedRecord<Match> read, Job job, Set<Long> answered) {
        var match = read.value();
        if (match != null && match.facts().source().equals(job.id())) {
            answered.add(match.facts().sequence());
        }
    }
}
