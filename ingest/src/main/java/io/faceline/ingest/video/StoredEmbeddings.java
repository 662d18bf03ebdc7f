package io.faceline.ingest.video;

import io.faceline.contracts.frame.Embeddings;
import io.faceline.contracts.job.Job;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.TopicScanner;
import io.faceline.runtime.kafka.TopicScanner.Position;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the embeddings of jobs from the topic {@code embeddings}. Thread-safe. */
final class StoredEmbeddings implements EmbeddingHistory, AutoCloseable {
    /** So few, as a frame of a crowd is large. */
    private static final int STRETCH = 16;

    /** Frames that overtook the one that is asked for; it will not come when there are more. */
    private static final int MAX_AHEAD = 1000;

    private final TopicScanner<Embeddings> scanner;

    StoredEmbeddings(KafkaSettings kafka) {
        this.scanner = new TopicScanner<>(kafka, kafka.topics().embeddings());
    }

    @Override
    public OfJob of(Job job) {
        return new FramesOfJob(job);
    }

    @Override
    public void close() {
        scanner.close();
    }

    private final class FramesOfJob implements OfJob {
        private final Job job;
        private final Map<Long, Embeddings> ahead = new HashMap<>();
        private Optional<Position> next = Optional.empty();
        /** No record of the job comes behind it, and the partition may be full of those of others. */
        private Optional<Position> end = Optional.empty();

        private boolean isAtEnd;

        FramesOfJob(Job job) {
            this.job = job;
        }

        @Override
        public Optional<Embeddings> frame(long sequence) throws InterruptedException {
            while (!ahead.containsKey(sequence) && !isAtEnd && ahead.size() <= MAX_AHEAD) {
                read(sequence);
            }
            return Optional.ofNullable(ahead.remove(sequence));
        }

        /** @param from earlier frames are there once more because they were sent twice */
        private void read(long from) throws InterruptedException {
            var session = job.session().value();
            var place = next.isPresent() ? next.get() : scanner.since(session, job.startedAt());
            if (end.isEmpty()) {
                end = Optional.of(scanner.until(session, job.changedAt()));
            }
            var read = scanner.read(session, place, STRETCH);
            read.values().stream()
                    .filter(this::isOfJob)
                    .filter(found -> found.facts().sequence() >= from)
                    .forEach(found -> ahead.putIfAbsent(found.facts().sequence(), found));
            next = Optional.of(read.next());
            isAtEnd = read.isAtEnd() || read.next().offset() >= end.get().offset();
        }

        private boolean isOfJob(Embeddings found) {
            return found.facts().source().equals(job.id())
                    && found.facts().session().equals(job.session());
        }
    }
}
