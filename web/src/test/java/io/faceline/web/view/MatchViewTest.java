package io.faceline.web.view;

import static io.faceline.contracts.person.PersonBuilder.person;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceline.contracts.face.Candidate;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.face.Identification;
import io.faceline.contracts.face.MatchedFace;
import io.faceline.contracts.face.TestFaces;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.frame.TestFrames;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.Scope;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.Person;
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
        var json = named(Decision.MATCH, SessionId.SHARED);

        assertThat(json.get("person").asText()).isEqualTo("Ada");
        assertThat(json.at("/identification/candidates/0/name").asText()).isEqualTo("Ada");
    }

    @Test
    void uncertainFace_hasACandidateButNoPerson() {
        var json = named(Decision.UNCERTAIN, MINE);

        assertThat(json.get("person").isNull()).isTrue();
        assertThat(json.at("/identification/candidates/0/name").asText()).isEqualTo("Ada");
    }

    @Test
    void personOfAnotherSession_hasNoName() {
        var json = named(Decision.MATCH, SessionId.ofSecret("somebody else's"));

        assertThat(json.toString()).doesNotContain("Ada");
        assertThat(json.get("person").isNull()).isTrue();
    }

    @Test
    void personWhoWasMerged_hasTheOthersName() {
        var into = new PersonId("into");
        var people = Map.of(
                ADA, person(ADA, "Ada L.").session(MINE).mergedInto(into).build(),
                into, person(into, "Ada Lovelace").session(MINE).build());

        assertThat(named(people).get("person").asText()).isEqualTo("Ada Lovelace");
    }

    @Test
    void personWhoWasDeletedSince_hasNoName() {
        assertThat(named(Map.of(ADA, Person.deleted(ADA, MINE, Instant.EPOCH)))
                        .get("person")
                        .isNull())
                .isTrue();
    }

    private static JsonNode named(Map<PersonId, Person> people) {
        return new MatchView(id -> Optional.ofNullable(people.get(new PersonId(id))))
                .of(match(Decision.MATCH))
                .at("/outcome/value/faces/0");
    }

    private static JsonNode named(Decision decision, SessionId owner) {
        var person = person(ADA, "Ada").session(owner).build();
        return new MatchView(id -> Optional.of(person)).of(match(decision)).at("/outcome/value/faces/0");
    }

    private static Match match(Decision decision) {
        var identification =
                new Identification(decision, List.of(new Candidate(ADA, Scope.SHARED, 0.7)), 0.7, 0.9, List.of());
        return TestFrames.match(TestFrames.facts().session(MINE).build())
                .faces(new MatchedFace(TestFaces.face(), identification))
                .build();
    }
}
