package io.faceline.benchmarks.viewers;

import io.faceline.contracts.frame.Embeddings;
import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.job.JobState;
import io.faceline.contracts.job.JobVideo;
import io.faceline.contracts.topic.Topic;
import io.faceline.contracts.track.Sighting;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.RecordSender;
import io.faceline.runtime.kafka.StartOffset;
import io.faceline.runtime.kafka.TopicReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A long video, made of the answers to a short one: as if its frames were shown again and again. Written as the stages write
 * it, so that nothing has to be decoded.
 */
final class LongVideo {
    private static final double FRAMES_PER_SECOND = 5;
    private static final Duration TIMEOUT = Duration.ofMinutes(1);
    /** Records that may be under way. */
    private static final int BATCH = 500;

    private final KafkaSettings kafka;
    private final RecordSender sender;
    private final List<Sighting> frames;
    private final List<CompletableFuture<?>> sent = new ArrayList<>();

    private LongVideo(KafkaSettings kafka, RecordSender sender, List<Sighting> frames) {
        this.kafka = kafka;
        this.sender = sender;
        this.frames = frames;
    }

    /** @param shortJob a job that is done */
    static LongVideo of(KafkaSettings kafka, RecordSender sender, String shortJob) {
        var found = Collections.synchronizedList(new ArrayList<Sighting>());
        var topic = kafka.topics().sightings();
        try (var reader =
                TopicReader.ofKey(kafka, topic, shortJob, StartOffset.EARLIEST, read -> found.add(read.value()))) {
            reader.start();
            reader.awaitCaughtUp(TIMEOUT);
        }
        var inOrder = found.stream()
                .sorted(Comparator.comparingLong(frame -> frame.match().facts().sequence()))
                .toList();
        return new LongVideo(kafka, sender, inOrder);
    }

    /** Returns the job, whose frames are all answered. */
    Job write(long count) {
        var session = frames.get(0).match().facts().session();
        var video = JobVideo.waiting("Long video", "video/mp4", 1_000_000, FRAMES_PER_SECOND)
                .opened(count / FRAMES_PER_SECOND);
        var now = Instant.now();
        var job = new Job(Job.newId(), session, "benchmark", JobState.RUNNING, now, now, video);
        send(kafka.topics().jobs(), job.id(), job);
        for (var sequence = 0L; sequence < count; sequence++) {
            write(frame(job.id(), sequence));
        }
        var done = job.with(video.at(count, List.of()), Instant.now()).in(JobState.DONE, Instant.now());
        send(kafka.topics().jobs(), job.id(), done);
        awaitSent();
        return done;
    }

    private Sighting frame(String job, long sequence) {
        var shown = frames.get((int) (sequence % frames.size()));
        var facts = shown.match().facts();
        var moved = new FrameFacts(
                FrameId.of(job, sequence),
                facts.session(),
                facts.role(),
                job,
                sequence,
                Instant.now(),
                sequence / FRAMES_PER_SECOND,
                facts.minGalleryVersion());
        var match = shown.match();
        return new Sighting(
                new Match(
                        moved,
                        match.outcome(),
                        match.modelId(),
                        match.thresholds(),
                        match.galleryVersion(),
                        Instant.now(),
                        null,
                        null),
                new Embeddings(
                        moved, shown.embeddings().modelId(), shown.embeddings().outcome()));
    }

    private void write(Sighting frame) {
        var facts = frame.match().facts();
        send(kafka.topics().embeddings(), facts.session().value(), frame.embeddings());
        send(kafka.topics().matches(), facts.session().value(), frame.match());
        send(kafka.topics().sightings(), facts.source(), frame);
    }

    private <V> void send(Topic<V> topic, String key, V value) {
        sent.add(sender.send(topic, key, value, null));
        if (sent.size() >= BATCH) {
            awaitSent();
        }
    }

    private void awaitSent() {
        CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).join();
        sent.clear();
    }
}
