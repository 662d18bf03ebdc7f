package io.faceline.ingest.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.faceline.contracts.face.MatchedFace;
import io.faceline.contracts.face.TestFaces;
import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.frame.TestFrames;
import io.faceline.contracts.identity.SessionId;
import io.faceline.ingest.transport.FrameLostException;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PendingTracksTest {
    private static final FrameFacts FACTS = TestFrames.facts(1);

    private final PendingTracks tracks = new PendingTracks(Runnable::run);
    private final CompletableFuture<Match> answer = new CompletableFuture<>();

    @AfterEach
    void nothingRemains() {
        await().until(() -> tracks.size() == 0);
    }

    @Test
    void tracksFollowTheAnswer() {
        var followed = tracks.follow(FACTS, () -> answer);
        answer.complete(TestTracks.oneFace(FACTS));
        assertThat(followed.match()).isCompleted();

        tracks.accept(TestTracks.tracked(FACTS));

        assertThat(followed.tracked().join()).contains(TestTracks.tracked(FACTS));
    }

    @Test
    void tracksAreKept_theyAreReadBeforeTheAnswer() {
        var followed = tracks.follow(FACTS, () -> answer);

        tracks.accept(TestTracks.tracked(FACTS));
        answer.complete(TestTracks.oneFace(FACTS));

        assertThat(followed.tracked().join()).contains(TestTracks.tracked(FACTS));
    }

    @Test
    void answerStandsAlone_noTrackerRuns() {
        var followed = tracks.follow(FACTS, () -> answer);

        answer.complete(TestTracks.oneFace(FACTS));

        await().until(followed.tracked()::isDone);
        assertThat(followed.tracked().join()).isEmpty();
    }

    @Test
    void frameOfAnotherSession_isIgnored() {
        var followed = tracks.follow(FACTS, () -> answer);

        tracks.accept(TestTracks.tracked(TestFrames.facts()
                .sequence(1)
                .session(new SessionId("camera:1"))
                .build()));
        answer.complete(TestTracks.oneFace(FACTS));

        await().until(followed.tracked()::isDone);
        assertThat(followed.tracked().join()).isEmpty();
    }

    /** The frame was answered again after a crash, or by a newer gallery. */
    @Test
    void answerIsTheOneThatWasGiven_trackerReadAnother() {
        var followed = tracks.follow(FACTS, () -> answer);
        var other = TestFrames.match(FACTS)
                .faces(new MatchedFace(TestFaces.face(), null))
                .galleryVersion(8)
                .build();
        answer.complete(other);

        tracks.accept(TestTracks.tracked(FACTS));

        assertThat(followed.tracked().join().orElseThrow().match()).isEqualTo(other);
    }

    @Test
    void tracksOfOtherFaces_areNotTold() {
        var followed = tracks.follow(FACTS, () -> answer);
        tracks.accept(TestTracks.tracked(FACTS));

        answer.complete(TestFrames.match(FACTS).build());

        assertThat(followed.tracked().join()).isEmpty();
    }

    @Test
    void otherFrame_isIgnored() {
        var followed = tracks.follow(FACTS, () -> answer);

        tracks.accept(TestTracks.tracked(TestFrames.facts(2)));

        assertThat(followed.tracked()).isNotDone();
        answer.complete(TestFrames.match(FACTS).build());
    }

    @Test
    void frameWithoutFaces_waitsForNothing() {
        var followed = tracks.follow(FACTS, () -> answer);

        answer.complete(TestFrames.match(FACTS).build());

        assertThat(followed.tracked()).isCompletedWithValueMatching(tracked -> tracked.isEmpty());
    }

    @Test
    void lostFrame_waitsForNothing() {
        var followed = tracks.follow(FACTS, () -> answer);

        answer.completeExceptionally(new FrameLostException("a stage could not work on it"));

        assertThat(followed.tracked()).isCompletedWithValueMatching(tracked -> tracked.isEmpty());
    }

    @Test
    void frameThatIsRefused_waitsForNothing() {
        var refusal = new IllegalStateException("refused");

        var followed = tracks.follow(FACTS, () -> {
            throw refusal;
        });

        assertThatThrownBy(followed.match()::join).hasCause(refusal);
        assertThat(followed.tracked()).isCompletedWithValueMatching(tracked -> tracked.isEmpty());
    }

    @Test
    void trackerThatIsAway_delaysAnswersLessAndLess_andGetsItsTimeBack() {
        for (var sequence = 0; sequence < 3; sequence++) {
            var facts = TestFrames.facts(sequence);
            tracks.follow(facts, () -> CompletableFuture.completedFuture(TestTracks.oneFace(facts)))
                    .tracked()
                    .join();
        }
        await().until(() -> tracks.patience().equals(PendingTracks.MIN_WAIT));

        tracks.follow(FACTS, () -> answer);
        tracks.accept(TestTracks.tracked(FACTS));
        answer.complete(TestTracks.oneFace(FACTS));

        assertThat(tracks.patience()).isEqualTo(PendingTracks.MAX_WAIT);
    }

    @Test
    void onlyPendingFramesAreRead_byTheirHeader() {
        assertThat(tracks.mayBePending(new RecordHeaders())).isFalse();

        tracks.follow(FACTS, () -> answer);

        assertThat(tracks.mayBePending(headers("job/2"))).isFalse();
        assertThat(tracks.mayBePending(headers(FACTS.id().value()))).isTrue();
        assertThat(tracks.mayBePending(new RecordHeaders())).isTrue();
        answer.complete(TestFrames.match(FACTS).build());
    }

    private static Headers headers(String frame) {
        return new RecordHeaders().add("frame-id", frame.getBytes(UTF_8));
    }
}
