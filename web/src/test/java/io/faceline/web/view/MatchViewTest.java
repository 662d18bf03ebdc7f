package io.faceline.web.view;

import static io.faceline.contracts.person.PersonBuilder.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.face.Candidate;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.face.Faces;
import io.faceline.contracts.face.Identification;
import io.faceline.contracts.face.MatchedFace;
import io.faceline.contracts.face.TestFaces;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.frame.TestFrames;
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
                ADA, person(ADA, "Ada L.").session(MINE).mergedInto(into).build(),
                into, person(into, "Ada Lovelace").session(MINE).build());

        assertThat(named(people).person()).isEqualTo("Ada Lovelace");
    }

    @Test
    void personWhoWasDeletedSince_hasNoName() {
        assertThat(named(Map.of(ADA, Person.deleted(ADA, MINE, Instant.EPOCH))).person())
                .isNull();
    }

    @Test
    void ofAPrivateGallery_theMatchIsNamedAlone() {
        assertThat(privately(Decision.MATCH, SessionId.SHARED)).containsExactly("Ada", null);
        assertThat(privately(Decision.UNCERTAIN, SessionId.SHARED)).containsExactly(null, null);
        assertThat(privately(Decision.UNKNOWN, SessionId.SHARED)).containsExactly(null, null);
        assertThat(privately(Decision.UNKNOWN, MINE)).containsExactly("Ada", "Eve");
    }

    /** The names of the candidates Ada and Eve for a caller who may not list the shared gallery. */
    private static List<String> privately(Decision decision, SessionId owner) {
        var people = Map.of(
                "ada", person(ADA, "Ada").session(owner).build(),
                "eve", person(new PersonId("eve"), "Eve").session(owner).build());
        var candidates =
                List.of(new Candidate(ADA, Scope.SHARED, 0.7), new Candidate(new PersonId("eve"), Scope.SHARED, 0.4));
        var face = named(
                match(new Identification(decision, candidates, 0.7, 0.9, List.of())),
                new PersonNames(id -> Optional.ofNullable(people.get(id))).listing(false));
        return face.identification().candidates().stream()
                .map(CandidateView::name)
                .toList();
    }

    private static CandidateView candidate(FaceView face) {
        return face.identification().candidates().get(0);
    }

    private static FaceView named(Map<PersonId, Person> people) {
        return named(match(Decision.MATCH), new PersonNames(id -> Optional.ofNullable(people.get(new PersonId(id)))));
    }

    private static FaceView named(Decision decision, SessionId owner) {
        var person = person(ADA, "Ada").session(owner).build();
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
        return match(identification);
    }

    private static Match match(Identification identification) {
        return TestFrames.match(TestFrames.facts().session(MINE).build())
                .faces(new MatchedFace(TestFaces.face(), identification))
                .build();
    }
}
