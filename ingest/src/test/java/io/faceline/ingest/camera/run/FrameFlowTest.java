package io.faceline.ingest.camera.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.camera.CameraFigures;
import io.faceline.contracts.camera.CameraNotice;
import io.faceline.contracts.camera.IgnoredArea;
import io.faceline.contracts.face.BoundingBox;
import io.faceline.contracts.face.MatchedFace;
import io.faceline.contracts.face.TestFaces;
import io.faceline.contracts.frame.DropReason;
import io.faceline.contracts.frame.Frame;
import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.frame.TestFrames;
import io.faceline.contracts.identity.SessionId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of the frames of a camera. */
class FrameFlowTest {
    private final CameraBench bench = new CameraBench();
    private final RecordedOutput output = bench.output;

    @Test
    void frame_saysWhereItIsFrom() throws Exception {
        var area = new BoundingBox(0, 0, 0.5, 0.5);
        bench.define(camera -> camera.ignored(new IgnoredArea(area, false, true)));
        var start = MovingClock.START.toEpochMilli();
        var stream = bench.live();
        bench.clock.move(Duration.ofSeconds(2));
        stream.still();
        bench.step();

        var facts = output.sent.get(1).facts();
        assertThat(output.sent.get(0).facts().id().value()).isEqualTo("door/" + start + "-0");
        assertThat(facts.id().value()).isEqualTo("door/" + start + "-1");
        assertThat(facts.sequence()).isEqualTo(start + 1);
        assertThat(facts.session()).isEqualTo(new SessionId("camera:door"));
        assertThat(facts.source()).isEqualTo("door");
        assertThat(facts.role()).isEqualTo(new Role.Probe());
        assertThat(facts.position()).isEqualTo(2.0);
        assertThat(facts.capturedAt()).isEqualTo(MovingClock.START.plusSeconds(2));
        assertThat(facts.options().ignored()).containsExactly(area);
        assertThat(facts.options().matchThreshold()).isEqualTo(0.6);
    }

    @Test
    void usualCamera_hasNoOptions() throws Exception {
        bench.live();

        assertThat(output.last().facts().options()).isNull();
        assertThat(output.last().image()).isEqualTo(Outcome.made(FakeStream.JPEG));
    }

    @Test
    void newerFrame_replacesTheOneThatWaits() throws Exception {
        var stream = bench.live();
        stream.picture().picture().picture();
        bench.step();
        bench.step();
        bench.step();
        assertThat(output.answers).hasSize(1);
        assertThat(output.isDropped(1, DropReason.REPLACED_BY_NEWER)).isTrue();
        assertThat(output.isDropped(2, DropReason.REPLACED_BY_NEWER)).isTrue();

        output.answer(answer(0));

        assertThat(output.answers).hasSize(2);
        assertThat(output.last().facts().id().value()).endsWith("-3");
        assertInOrder();
    }

    @Test
    void stillFrame_takesNoPlace_andOvertakesNoneThatWaits() throws Exception {
        var stream = bench.live();
        stream.still();
        bench.step();
        assertThat(output.isDropped(1, DropReason.STILL)).isTrue();
        stream.picture().still();
        bench.step();
        bench.step();
        assertThat(output.sent).hasSize(2);

        output.answer(answer(0));

        assertThat(output.sent).hasSize(4);
        assertThat(output.isDropped(3, DropReason.STILL)).isTrue();
        assertInOrder();
    }

    @Test
    void lateAnswer_freesThePlace_andCountsAsFailed() throws Exception {
        var stream = bench.live();
        stream.picture();
        bench.step();

        bench.pass(FrameFlow.ANSWER_TIMEOUT);

        assertThat(output.answers).hasSize(2);
        assertThat(output.answers.get(0)).isCancelled();
        output.answer(answer(1));
        bench.pass(Duration.ofSeconds(5));
        assertThat(figures().failed()).isEqualTo(1);
        assertThat(figures().answered()).isEqualTo(1);
    }

    @Test
    void everyTakenFrame_isCountedOnce() throws Exception {
        var stream = bench.live();
        for (var i = 0; i < 40; i++) {
            stream.picture();
            stream.still();
            bench.step();
            bench.step();
            if (i % 3 == 0) {
                var facts = output.sent.get(0).facts();
                output.answer(i % 2 == 0 ? answer(0) : dropped(facts));
            }
        }
        output.answersAtOnce = true;
        output.answers.get(output.answers.size() - 1).completeExceptionally(new IllegalStateException("lost"));
        bench.pass(Duration.ofSeconds(6));

        var figures = figures();
        var dropped =
                figures.dropped().values().stream().mapToLong(Long::longValue).sum();
        assertThat(figures.taken()).isEqualTo(81);
        assertThat(figures.answered() + dropped + figures.failed()).isEqualTo(81);
        assertThat(figures.failed()).isEqualTo(1);
        assertThat(figures.dropped()).containsKeys("STILL", "REPLACED_BY_NEWER", "STALE");
        assertThat(output.sent).hasSize(81).doesNotHaveDuplicates();
        assertInOrder();
    }

    @Test
    void sequence_risesOverReopenings() throws Exception {
        bench.output.answersAtOnce = true;
        bench.opening = () ->
                new FakeStream(bench.clock).picture().picture().endsAfter(Duration.ofSeconds(3), CameraBench.ENDED);

        bench.pass(Duration.ofMinutes(2));

        assertThat(output.sent).hasSizeGreaterThan(8);
        assertInOrder();
    }

    @Test
    void end_dropsTheFrameThatWaits() throws Exception {
        var stream = bench.live();
        stream.picture();
        bench.step();

        bench.loop().end();

        assertThat(stream.isClosed).isTrue();
        assertThat(output.sent).hasSize(2);
        assertThat(output.isDropped(1, DropReason.CANCELLED)).isTrue();
    }

    @Test
    void facesOfAnAnswer_keepTheMotionGateOpen() throws Exception {
        var stream = bench.live();
        var face = TestFaces.face();

        output.answer(TestFrames.match(output.last().facts())
                .faces(new MatchedFace(face, null))
                .build());

        assertThat(stream.faces).containsExactly(face.box());
    }

    @Test
    void preview_isOfItsFrame() throws Exception {
        bench.opens().pictureWithPreview();
        bench.step();
        bench.step();

        assertThat(output.previews).hasSize(1);
        assertThat(output.previews.get(0).frame())
                .isEqualTo(output.last().facts().id());
        assertThat(output.previews.get(0).width()).isEqualTo(320);
    }

    @Test
    void unansweredFrames_areAnOverload_untilTheyAreAnswered() throws Exception {
        var stream = bench.live();
        for (var i = 0; i < 50; i++) {
            stream.picture();
            bench.step();
            bench.clock.move(Duration.ofMillis(250));
        }
        bench.pass(Duration.ofSeconds(1));
        assertThat(output.state().notices()).containsExactly(CameraNotice.OVERLOADED);

        output.answersAtOnce = true;
        output.answer(answer(0));
        for (var i = 0; i < 80; i++) {
            stream.picture();
            bench.step();
            bench.clock.move(Duration.ofMillis(250));
        }

        assertThat(output.state().notices()).isEmpty();
    }

    private Match answer(int index) {
        return TestFrames.match(output.sent.get(index).facts()).build();
    }

    private static Match dropped(FrameFacts facts) {
        return TestFrames.match(facts)
                .outcome(Outcome.dropped(DropReason.STALE))
                .build();
    }

    private CameraFigures figures() {
        return output.state().figures();
    }

    private void assertInOrder() {
        assertThat(sequences()).isSorted().doesNotHaveDuplicates();
    }

    private List<Long> sequences() {
        return output.sent.stream().map(Frame::facts).map(FrameFacts::sequence).toList();
    }
}
