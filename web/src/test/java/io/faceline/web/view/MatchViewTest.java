package io.faceline.web.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.face.BoundingBox;
import io.faceline.contracts.face.Candidate;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.face.Face;
import io.faceline.contracts.face.Faces;
import io.faceline.contracts.face.Identification;
import io.faceline.contracts.face.Landmarks;
import io.faceline.contracts.face.MatchedFace;
import io.faceline.contracts.face.Point;
import io.faceline.contracts.face.Quality;
import io.faceline.contracts.face.Thresholds;
import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.Scope;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.Person;
import io.faceline.web.view.IdentificationView.CandidateView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MatchViewTest {
    private static final SessionId MINE = SessionId.ofSecret("mine");
    private static final PersonId ADA = new PersonId("ada");
    private static final Point POINT = new Point(0.5, 0.5);
    private static final Face FACE = new Face(
            0,
            new BoundingBox(0, 0, 1, 1),
            new Landmarks(POINT, POINT, POINT, POINT, POINT),
            1,
            new Quality(1, 100, 1, 0.5, 0, 0, 0));

    @Test
    void match_hasTheNameOnFaceAndCandidate() {
        var face = named(Decision.MATCH, SessionId.SHARED);

        assertThat(face.person()).isEqualTo("Ada");
        assertThat(candidate(face).name()).isEqualTo("Ada");
    }

    @Test
    void uncertainFace_hasACandidateButNoPerson() {
        var face = named(Decision.UNCERTAIN, MINE);

        assertThat(face.person()).isNull();
        assertThat(candidate(face).name()).isEqualTo("Ada");
    }

    @Test
    void personOfAnotherSession_hasNoName() {
        var face = named(Decision.MATCH, SessionId.ofSecret("somebody else's"));

        assertThat(face.person()).isNull();
        assertThat(candidate(face).name()).isNull();
    }

    @Test
    void personWhoWasMerged_hasTheOthersName() {
        var into = new PersonId("into");
        var people = Map.of(
                ADA, new Person(ADA, "Ada L.", MINE, List.of(), into, false, Instant.EPOCH),
                into, new Person(into, "Ada Lovelace", MINE, List.of(), null, false, Instant.EPOCH));

        assertThat(named(people).person()).isEqualTo("Ada Lovelace");
    }

    @Test
    void personWhoWasDeletedSince_hasNoName() {
        assertThat(named(Map.of(ADA, Person.deleted(ADA, MINE, Instant.EPOCH))).person())
                .isNull();
    }

    private static CandidateView candidate(FaceView face) {
        return face.identification().candidates().get(0);
    }

    private static FaceView named(Map<PersonId, Person> people) {
        return named(match(Decision.MATCH), new PersonNames(id -> Optional.ofNullable(people.get(new PersonId(id)))));
    }

    private static FaceView named(Decision decision, SessionId owner) {
        var person = new Person(ADA, "Ada", owner, List.of(), null, false, Instant.EPOCH);
        return named(match(decision), new PersonNames(id -> Optional.of(person)));
    }

    private static FaceView named(Match match, PersonNames names) {
        return MatchView.of(match, names)
                .outcome()
                .fold(Faces::faces, reason -> List.<FaceView>of(), (code, message) -> List.<FaceView>of())
                .get(0);
    }

    private static Match match(Decision decision) {
        var identification =
                new Identification(decision, List.of(new Candidate(ADA, Scope.SHARED, 0.7)), 0.7, 0.9, List.of());
        return new Match(
                new FrameFacts(new FrameId("f/0"), MINE, new Role.Probe(), "f", 0, Instant.EPOCH, null, -1),
                Outcome.made(new Faces<>(10, 10, List.of(new MatchedFace(FACE, identification)))),
                "m",
                new Thresholds(0.5, 0.4, 0.05, 0.4),
                0,
                Instant.EPOCH,
                null,
                null);
    }
}
