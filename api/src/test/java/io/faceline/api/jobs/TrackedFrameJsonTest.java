package io.faceline.api.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.faceline.api.TestAnswers;
import io.faceline.api.TestPeople;
import io.faceline.contracts.face.Candidate;
import io.faceline.contracts.face.MatchedFace;
import io.faceline.contracts.frame.FailureCode;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.identity.Scope;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.serde.Mappers;
import io.faceline.contracts.track.TrackedFrame;
import io.faceline.tracking.AnsweredFrame;
import io.faceline.tracking.SourceTracking;
import io.faceline.web.view.PersonNames;
import io.faceline.web.view.TrackedFaceView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What clients read of a frame of a video, byte for byte: names of fields, their order, and what is null. */
class TrackedFrameJsonTest {
    private static final SessionId ADA = new SessionId("ada");

    private final TestPeople people = new TestPeople();
    private final SourceTracking tracking = new SourceTracking(SourceTracking.State.EMPTY);

    @Test
    void everyKindOfTrack_isWrittenAsEver() throws IOException {
        people.add("eve", "Eve", ADA);
        people.add("bob", "Bob", ADA);
        people.put(Person.deleted(new PersonId("gone"), ADA, TestPeople.THEN));

        var written = new ArrayList<String>();
        for (var match : matches()) {
            var frame = new AnsweredFrame(match, Optional.of(TestAnswers.embeddings(match)));
            written.add(json(tracking.accept(frame).frame()));
        }

        assertThat(written).containsExactlyElementsOf(golden());
    }

    /** Somebody known, somebody deleted since, somebody unsure and somebody unknown; the same again; a lost frame. */
    private static List<Match> matches() {
        return List.of(
                TestAnswers.match(ADA, "video", 0, faces()),
                TestAnswers.match(ADA, "video", 1, faces()),
                lost(TestAnswers.match(ADA, "video", 2)));
    }

    private static MatchedFace[] faces() {
        // Answers do not tell the reference.
        var bob = new Candidate(new PersonId("bob"), Scope.SESSION, 0.45, new ReferenceId("photo/0:0"));
        return new MatchedFace[] {
            TestAnswers.match(0, 0, "eve"),
            TestAnswers.match(1, 2, "gone"),
            TestAnswers.uncertain(2, 4, bob),
            TestAnswers.unknown(3, 6)
        };
    }

    private static Match lost(Match match) {
        return new Match(
                match.facts(),
                Outcome.failed(FailureCode.DAMAGED_IMAGE, "cut off"),
                match.modelId(),
                match.thresholds(),
                match.galleryVersion(),
                match.answeredAt(),
                null,
                null);
    }

    private String json(TrackedFrame frame) throws JsonProcessingException {
        return Mappers.JSON.writeValueAsString(TrackedFaceView.match(frame, new PersonNames(people::find)));
    }

    private static List<String> golden() throws IOException {
        try (var file = TrackedFrameJsonTest.class.getResourceAsStream("tracked-frames.jsonl")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
