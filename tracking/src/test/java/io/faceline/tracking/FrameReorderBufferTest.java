package io.faceline.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameReorderBufferTest {
    private static final Duration WAIT = Duration.ofSeconds(5);
    private static final TestFace FACE = TestFace.at(0.4, 0.4, new TestVideo(1).somebody());

    private final List<AnsweredFrame> out = new ArrayList<>();
    private long nanos;
    private final FrameReorderBuffer frames = new FrameReorderBuffer(WAIT, () -> nanos);

    @Test
    void orderIsRestored_answersOutOfOrder() {
        complete(1);
        complete(2);
        assertThat(drained()).isEmpty();

        complete(0);

        assertThat(drained()).containsExactly(0L, 1L, 2L);
        assertThat(frames.size()).isZero();
    }

    @Test
    void repeatsAreDropped_beforeAndAfterTheirTurn() {
        complete(1);
        complete(1);
        complete(0);
        drained();

        complete(0);
        complete(1);

        assertThat(drained()).containsExactly(0L, 1L);
        assertThat(frames.size()).isZero();
    }

    @Test
    void frameIsWhole_embeddingsComeLast() {
        answered(0);
        assertThat(drained()).isEmpty();

        embedded(0);

        assertThat(drained()).containsExactly(0L);
        assertThat(out.get(0).embeddings()).isPresent();
    }

    @Test
    void frameWaitsForNothing_noFacesOrLost() {
        frames.answered(TestVideo.match(TestVideo.facts(0, 0.0)));
        frames.answered(TestVideo.lost(1, 0.2).match());

        assertThat(drained()).containsExactly(0L, 1L);
    }

    @Test
    void frameIsReleasedWithout_embeddingsMissing() {
        frames.embeddingsCaughtUp();
        answered(0);
        nanos += WAIT.toNanos() - 1;
        assertThat(drained()).isEmpty();

        nanos++;

        assertThat(drained()).containsExactly(0L);
        assertThat(out.get(0).embeddings()).isEmpty();
    }

    @Test
    void frameKeepsWaiting_embeddingsNotCaughtUp() {
        answered(0);
        nanos += 3 * WAIT.toNanos();
        assertThat(drained()).isEmpty();

        frames.embeddingsCaughtUp();
        assertThat(drained()).isEmpty();
        nanos += WAIT.toNanos();

        assertThat(drained()).containsExactly(0L);
    }

    @Test
    void othersAreReleased_frameSkipped() {
        complete(0);
        complete(2);
        embedded(1);
        assertThat(drained()).containsExactly(0L);

        frames.skip(1);

        assertThat(drained()).containsExactly(0L, 2L);
        assertThat(frames.next()).isEqualTo(3);
        assertThat(frames.size()).isZero();
    }

    @Test
    void answerOfASkippedFrame_countsBeforeItsTurnAndNotAfter() {
        frames.skip(0);
        frames.skip(1);
        complete(1);
        assertThat(drained()).containsExactly(1L);

        complete(0);

        assertThat(drained()).containsExactly(1L);
        assertThat(frames.size()).isZero();
    }

    /** Releases every frame once and in order, whatever order records arrive in, including repeated and lost ones. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void everyFrameComesOnceAndInOrder_anyArrival(int seed) {
        var random = new Random(seed);
        var count = 50 + random.nextInt(100);
        var skipped = LongStream.range(0, count)
                .filter(n -> random.nextInt(10) == 0)
                .boxed()
                .toList();
        var events = new ArrayList<Runnable>();
        for (var n = 0L; n < count; n++) {
            var sequence = n;
            events.addAll(
                    skipped.contains(sequence) ? List.of(() -> frames.skip(sequence)) : records(sequence, random));
        }
        Collections.shuffle(events, random);

        for (var event : events) {
            event.run();
            drained();
        }

        var expected = LongStream.range(0, count)
                .boxed()
                .filter(n -> !skipped.contains(n))
                .toList();
        assertThat(TestVideo.sequences(out)).isEqualTo(expected);
        assertThat(out).allMatch(frame -> frame.embeddings().isPresent());
        assertThat(frames.next()).isEqualTo(count);
        assertThat(frames.size()).isZero();
    }

    private List<Runnable> records(long sequence, Random random) {
        var records = new ArrayList<Runnable>(List.of(() -> answered(sequence), () -> embedded(sequence)));
        if (random.nextInt(4) == 0) {
            records.add(() -> answered(sequence));
            records.add(() -> embedded(sequence));
        }
        return records;
    }

    private void complete(long sequence) {
        answered(sequence);
        embedded(sequence);
    }

    private void answered(long sequence) {
        frames.answered(TestVideo.match(TestVideo.facts(sequence, 0.2 * sequence), FACE));
    }

    private void embedded(long sequence) {
        frames.embedded(TestVideo.embeddings(TestVideo.facts(sequence, 0.2 * sequence), FACE));
    }

    private List<Long> drained() {
        for (var frame = frames.poll(); frame.isPresent(); frame = frames.poll()) {
            out.add(frame.get());
        }
        return TestVideo.sequences(out);
    }
}
