package io.faceline.ingest.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.faceline.contracts.frame.Embeddings;
import io.faceline.contracts.frame.Frame;
import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.frame.TestFrames;
import io.faceline.contracts.identity.FrameId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class JobFrameSenderTest {
    private static final Duration TIMEOUT = Duration.ofMillis(300);

    private final Map<FrameId, CompletableFuture<Match>> expected = new ConcurrentHashMap<>();
    private boolean accepts = true;

    @Test
    void frame_doesNotFail_whileOthersOfTheJobAreAnswered() throws Exception {
        var sender = new JobFrameSender(new Pipeline(), TIMEOUT);
        var last = sender.request(Lane.BULK, TestFrames.frame(1000));
        var next = new AtomicLong();

        await().during(TIMEOUT.multipliedBy(3))
                .pollInterval(TIMEOUT.dividedBy(10))
                .atMost(TIMEOUT.multipliedBy(20))
                .until(() -> {
                    var answer = sender.request(Lane.BULK, TestFrames.frame(next.get()));
                    answer(next.getAndIncrement());
                    return answer.isDone() && !last.isDone();
                });

        answer(1000);
        assertThat(last.get()).isNotNull();
    }

    @Test
    void frames_fail_whenNoneIsAnsweredForSoLong() {
        var sender = new JobFrameSender(new Pipeline(), TIMEOUT);
        var first = sender.request(Lane.BULK, TestFrames.frame(0));
        var second = sender.request(Lane.BULK, TestFrames.frame(1));
        answer(0);

        await().atMost(TIMEOUT.multipliedBy(20)).until(second::isDone);

        assertThat(first).isCompleted();
        assertThatThrownBy(second::get).hasCauseInstanceOf(TimeoutException.class);
    }

    @Test
    void frameThatKafkaDoesNotTake_failsAtOnce() {
        accepts = false;

        var answer = new JobFrameSender(new Pipeline(), Duration.ofDays(1)).request(Lane.BULK, TestFrames.frame(0));

        assertThatThrownBy(answer::get).hasCauseInstanceOf(FrameLostException.class);
    }

    private void answer(long sequence) {
        var facts = TestFrames.facts(sequence);
        expected.get(facts.id()).complete(TestFrames.match(facts).build());
    }

    private final class Pipeline implements RetryingFrameSender.FrameTransport {
        @Override
        public CompletableFuture<Match> expect(FrameId frame) {
            var answer = new CompletableFuture<Match>();
            expected.put(frame, answer);
            return answer;
        }

        @Override
        public CompletableFuture<?> publish(Lane lane, Frame frame) {
            return accepts
                    ? CompletableFuture.completedFuture(null)
                    : CompletableFuture.failedFuture(new IllegalStateException("no leader"));
        }

        @Override
        public CompletableFuture<?> publish(Embeddings embeddings) {
            throw new AssertionError("no embeddings are sent");
        }
    }
}
