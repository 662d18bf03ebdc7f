package io.faceline.ingest.photo;

import static io.faceline.ingest.photo.PhotoServer.IMAGE;
import static io.faceline.ingest.photo.PhotoServer.form;
import static io.faceline.ingest.photo.PhotoServer.oneFace;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.face.Decision;
import io.faceline.contracts.face.VerificationAnswer;
import io.faceline.contracts.frame.Frame;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.frame.TestFrames;
import io.faceline.contracts.identity.FrameId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VerifyRoutesTest {
    private static final String VERIFY = "/api/v1/verify";

    private final PhotoServer server = new PhotoServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void twoImages_nameEachOther_andAreCompared() {
        server.answer(frame -> {
            var same = new VerificationAnswer(other(frame), null, 0.7, Decision.MATCH);
            var isSecond = server.sent.size() == 2;
            return oneFace(frame).verification(isSecond ? same : null).build();
        });

        var answer =
                server.nobody().post(VERIFY, form(IMAGE, IMAGE)).expect(200).json();

        assertThat(answer.path("isSame").asBoolean()).isTrue();
        assertThat(answer.path("similarity").asDouble()).isEqualTo(0.7);
        assertThat(answer.path("threshold").asDouble()).isEqualTo(TestFrames.THRESHOLDS.verify());
        assertThat(answer.path("faces")).hasSize(2);
        assertThat(other(server.sent.get(0)))
                .isEqualTo(server.sent.get(1).facts().id());
        assertThat(server.sent.get(0).facts().session())
                .isEqualTo(server.sent.get(1).facts().session());
    }

    private static FrameId other(Frame frame) {
        return ((Role.VerifyFrame) frame.facts().role()).other();
    }

    @Test
    void comparison_needsAFace() {
        var without = new VerificationAnswer(new FrameId("a/0"), null, null, Decision.UNKNOWN);
        server.answer(
                frame -> TestFrames.match(frame.facts()).verification(without).build());

        assertThat(server.nobody().post(VERIFY, form(IMAGE, IMAGE)).problem()).isEqualTo("422 NO_FACE");
        assertThat(server.nobody().post(VERIFY, form(IMAGE)).problem()).isEqualTo("400 NO_IMAGE");
    }

    @Test
    void personOfAnotherSession_isNobody() {
        var person = server.addPerson("p1", server.anna.session());
        var different = new VerificationAnswer(null, person, 0.1, Decision.UNKNOWN);
        server.answer(frame -> oneFace(frame).verification(different).build());
        var form = form(IMAGE).field("person", "p1");

        assertThat(server.ben().post(VERIFY, form).problem()).isEqualTo("404 NO_SUCH_PERSON");
        assertThat(server.nobody().post(VERIFY, form).problem()).isEqualTo("404 NO_SUCH_PERSON");
        assertThat(server.sent).isEmpty();

        var own = server.anna().post(VERIFY, form).expect(200).json();
        assertThat(own.path("isSame").asBoolean(true)).isFalse();
        assertThat(server.sent.get(0).facts().role()).isEqualTo(new Role.VerifyPerson(person));
    }
}
