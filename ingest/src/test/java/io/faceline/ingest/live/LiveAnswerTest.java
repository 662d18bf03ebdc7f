package io.faceline.ingest.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.faceline.contracts.face.Thresholds;
import io.faceline.contracts.frame.DropReason;
import io.faceline.contracts.frame.FailureCode;
import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.frame.TestFrames;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.serde.Mappers;
import io.faceline.web.view.PersonNames;
import io.faceline.web.view.TrackedFaceView;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What clients read, byte for byte. */
class LiveAnswerTest {
    @Test
    void answeredFrame_isTheMatchWithTheFramesNumber() throws JsonProcessingException {
        var view = TrackedFaceView.match(match(), new PersonNames(id -> Optional.empty()));

        var alone = json(view);

        assertThat(json(new LiveAnswer.Answered(view, 7)))
                .isEqualTo(alone.substring(0, alone.length() - 1) + ",\"frame\":7}");
    }

    @Test
    void droppedFrame_saysWhy() throws JsonProcessingException {
        assertThat(json(new LiveAnswer.Dropped(DropReason.REPLACED_BY_NEWER, 7)))
                .isEqualTo("{\"dropped\":\"REPLACED_BY_NEWER\",\"frame\":7}");
    }

    @Test
    void failedFrame_hasAnError() throws JsonProcessingException {
        assertThat(json(new LiveAnswer.Failed(new LiveAnswer.LiveError("TOO_SMALL", "send a larger one"), 7)))
                .isEqualTo("{\"error\":{\"code\":\"TOO_SMALL\",\"detail\":\"send a larger one\"},\"frame\":7}");
    }

    private static String json(Object answer) throws JsonProcessingException {
        return Mappers.JSON.writeValueAsString(answer);
    }

    private static Match match() {
        return new Match(
                new FrameFacts(
                        FrameId.of("live", 7),
                        new SessionId("mine"),
                        new Role.Probe(),
                        "live",
                        7,
                        TestFrames.NOW,
                        1.5,
                        FrameFacts.ANY_GALLERY),
                Outcome.failed(FailureCode.DAMAGED_IMAGE, "cut off"),
                "model@1",
                new Thresholds(0.49, 0.41, 0.05, 0.41),
                -1,
                TestFrames.NOW,
                null,
                null);
    }
}
