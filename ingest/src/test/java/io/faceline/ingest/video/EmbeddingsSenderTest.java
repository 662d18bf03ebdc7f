package io.faceline.ingest.video;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.frame.Embeddings;
import io.faceline.contracts.frame.Frame;
import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.frame.TestFrames;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.job.JobState;
import io.faceline.contracts.job.JobVideo;
import io.faceline.ingest.transport.FrameProgress;
import io.faceline.ingest.transport.RematchJob;
import io.faceline.ingest.transport.RetryingFrameSender;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class EmbeddingsSenderTest {
    private static final Instant STARTED = Instant.parse("2026-01-01T00:00:00Z");
    private static final JobVideo VIDEO =
            JobVideo.waiting("film", "video/mp4", 1, 5).at(6, List.of(2L));
    private static final Job DONE =
            new Job("job-1", TestFrames.SESSION, "request", JobState.DONE, STARTED, STARTED, VIDEO);

    private final List<Embeddings> published = new ArrayList<>();
    private final Map<Long, CompletableFuture<Match>> sent = new TreeMap<>();
    private long answeredBefore = -1;
    private long cancelledAfter = Long.MAX_VALUE;

    @Test
    void eachFrame_isSentAsOneOfTheNewJob_andALostOneIsLostAgain() throws Exception {
        assertThat(send(6)).isTrue();

        assertThat(published).extracting(again -> again.facts().id()).containsExactly(ids(0, 1, 3, 4, 5));
        assertThat(published).allSatisfy(again -> {
            var first = stored(again.facts().sequence());
            assertThat(again.facts().source()).isEqualTo("job-2");
            assertThat(again.facts().session()).isEqualTo(TestFrames.SESSION);
            assertThat(again.facts().position()).isEqualTo(first.facts().position());
            assertThat(again.outcome()).isEqualTo(first.outcome());
            assertThat(again.modelId()).isEqualTo(first.modelId());
        });
        assertThat(sent.keySet()).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
        assertThat(sent.get(2L)).isCompletedExceptionally();
    }

    @Test
    void whatIsNotKeptAnyMore_andAllThatIsLater_isNotSent() throws Exception {
        assertThat(send(4)).isFalse();

        assertThat(published).extracting(again -> again.facts().sequence()).containsExactly(0L, 1L, 3L);
    }

    @Test
    void resumedJob_sendsNoFrameThatWasAnswered() throws Exception {
        answeredBefore = 3;

        assertThat(send(6)).isTrue();

        assertThat(published).extracting(again -> again.facts().sequence()).containsExactly(4L, 5L);
    }

    @Test
    void cancelledJob_sendsNoMore() throws Exception {
        cancelledAfter = 2;

        assertThat(send(6)).isTrue();

        assertThat(published).extracting(again -> again.facts().sequence()).containsExactly(0L, 1L);
    }

    /** @param kept number of frames whose embeddings are kept */
    private boolean send(long kept) throws InterruptedException {
        EmbeddingHistory history = job ->
                sequence -> Optional.of(sequence).filter(known -> known < kept).map(EmbeddingsSenderTest::stored);
        var progress = new FrameProgress(VIDEO, InstantSource.system());
        var times = new RetryingFrameSender.Times(64, Duration.ofSeconds(30), Duration.ofMinutes(10));
        try (var frames = new RetryingFrameSender(new Published(), progress, times, InstantSource.system())) {
            return new EmbeddingsSender(history).send(DONE, new RematchJob(frames, "job-2", 64), new Sent());
        }
    }

    private static Embeddings stored(long sequence) {
        return TestFrames.embeddings(
                TestFrames.facts()
                        .source("job-1")
                        .sequence(sequence)
                        .position(sequence / 5.0)
                        .build(),
                List.of());
    }

    private static FrameId[] ids(int... sequences) {
        return Arrays.stream(sequences)
                .mapToObj(sequence -> FrameId.of("job-2", sequence))
                .toArray(FrameId[]::new);
    }

    private final class Sent implements EmbeddingsSender.Follower {
        @Override
        public boolean isAnswered(long sequence) {
            return sequence <= answeredBefore;
        }

        @Override
        public void sent(long sequence, CompletableFuture<Match> answer) {
            sent.put(sequence, answer);
        }

        @Override
        public boolean isCancelled() {
            return sent.size() >= cancelledAfter;
        }
    }

    private final class Published implements RetryingFrameSender.FrameTransport {
        @Override
        public CompletableFuture<Match> expect(FrameId frame) {
            return new CompletableFuture<>();
        }

        @Override
        public CompletableFuture<?> publish(Lane lane, Frame frame) {
            throw new AssertionError("no image is sent");
        }

        @Override
        public CompletableFuture<?> publish(Embeddings embeddings) {
            published.add(embeddings);
            return CompletableFuture.completedFuture(null);
        }
    }
}
