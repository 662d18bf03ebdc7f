package io.faceline.ingest.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.frame.Embeddings;
import io.faceline.contracts.frame.Frame;
import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.frame.TestFrames;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.job.JobVideo;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The test plays a pipeline that is unavailable for a while. */
class RetryingFrameSenderTest {
    private static final int WINDOW = 4;

    private Instant now = Instant.EPOCH;
    private final FrameProgress progress =
            new FrameProgress(JobVideo.waiting("film", "video/mp4", 1, 5), () -> Instant.EPOCH);
    private final List<Long> sent = new ArrayList<>();
    private final Map<Long, CompletableFuture<Match>> expected = new HashMap<>();
    private boolean accepts = true;
    private final RetryingFrameSender frames = new RetryingFrameSender(
            new Pipeline(),
            progress,
            new RetryingFrameSender.Times(WINDOW, Duration.ofSeconds(30), Duration.ofMinutes(10)),
            () -> now);

    @Test
    void stageThatIsAway_isAwaited_withoutABacklog() {
        var answers = List.of(send(0), send(1), send(2));

        waitUnanswered(8);
        assertThat(sent)
                .as("only the first is sent again, ever more rarely")
                .containsExactly(0L, 1L, 2L, 0L, 0L, 0L, 0L);
        List.of(0L, 1L, 2L).forEach(sequence -> expected.get(sequence).complete(match(sequence)));

        assertThat(answers).allSatisfy(answer -> assertThat(answer).isCompleted());
    }

    @Test
    void answerThatComesLate_isHeardWheneverItComes() {
        var answer = send(0);

        now = now.plusSeconds(31);
        expected.get(0L).complete(match(0));

        assertThat(answer).isCompleted();
        waitUnanswered(3);
        assertThat(sent).containsExactly(0L);
    }

    @Test
    void frameThatOthersOvertook_isSentAgain_andAtLastGivenUp() {
        send(0);
        var lost = send(1);
        progress.answered(0);
        expected.get(0L).complete(match(0));
        progress.answered(1 + WINDOW);

        waitUnanswered(20);
        assertThat(lost).isNotDone();
        waitUnanswered(1);

        assertThat(sent)
                .as("after one, two, four, eight and sixteen waits")
                .containsExactly(0L, 1L, 1L, 1L, 1L, 1L, 1L);
        assertThat(lost).isCompletedExceptionally();
    }

    @Test
    void frameThatKafkaDidNotTake_isSentAgainAtOnce() {
        send(0);
        accepts = false;
        var second = send(1);
        frames.goOn();
        accepts = true;

        frames.goOn();
        frames.goOn();

        assertThat(sent).containsExactly(0L, 1L, 1L, 1L);
        assertThat(second).isNotDone();
    }

    @Test
    void deadLetter_isLostAtOnce() {
        var lost = send(0);

        expected.get(0L).completeExceptionally(FrameLostException.deadLetter());

        assertThat(lost).isCompletedExceptionally();
    }

    @Test
    void closing_endsAllWaiting() {
        var answer = send(0);

        frames.close();

        assertThat(answer).isCompletedExceptionally();
    }

    private void waitUnanswered(int times) {
        for (var i = 0; i < times; i++) {
            now = now.plusSeconds(30);
            frames.goOn();
        }
    }

    private CompletableFuture<Match> send(long sequence) {
        return frames.request(Lane.BULK, TestFrames.frame(sequence));
    }

    private static Match match(long sequence) {
        return TestFrames.match(TestFrames.facts(sequence)).build();
    }

    private final class Pipeline implements RetryingFrameSender.FrameTransport {
        @Override
        public CompletableFuture<Match> expect(FrameId frame) {
            var answer = new CompletableFuture<Match>();
            expected.put(Long.valueOf(frame.value().substring(frame.value().indexOf('/') + 1)), answer);
            return answer;
        }

        @Override
        public CompletableFuture<?> publish(Lane lane, Frame frame) {
            return publish(frame.facts());
        }

        @Override
        public CompletableFuture<?> publish(Embeddings embeddings) {
            return publish(embeddings.facts());
        }

        private CompletableFuture<?> publish(FrameFacts facts) {
            sent.add(facts.sequence());
            return accepts
                    ? CompletableFuture.completedFuture(null)
                    : CompletableFuture.failedFuture(new IllegalStateException("no leader"));
        }
    }
}
