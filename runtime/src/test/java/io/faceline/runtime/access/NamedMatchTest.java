package io.faceline.runtime.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceline.contracts.BoundingBox;
import io.faceline.contracts.Candidate;
import io.faceline.contracts.Decision;
import io.faceline.contracts.Face;
import io.faceline.contracts.Faces;
import io.faceline.contracts.FrameFacts;
import io.faceline.contracts.FrameId;
import io.faceline.contracts.Identification;
import io.faceline.contracts.Landmarks;
import io.faceline.contracts.Match;
import io.faceline.contracts.MatchedFace;
import io.faceline.contracts.Outcome;
import io.faceline.contracts.Person;
import io.faceline.contracts.PersonId;
import io.faceline.contracts.Point;
import io.faceline.contracts.Quality;
import io.faceline.contracts.Role;
import io.faceline.contracts.Scope;
import io.faceline.contracts.SessionId;
import io.faceline.contracts.Thresholds;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NamedMatchTest {
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
                ADA, new Person(ADA, "Ada L.", MINE, List.of(), into, false, Instant.EPOCH),
                into, new Person(into, "Ada Lovelace", MINE, List.of(), null, false, Instant.EPOCH));

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
        return new NamedMatch(id -> Optional.ofNullable(people.get(new PersonId(id))))
                .of(match(Decision.MATCH))
                .at("/outcome/value/faces/0");
    }

    private static JsonNode named(Decision decision, SessionId owner) {
        var person = new Person(ADA, "Ada", owner, List.of(), null, false, Instant.EPOCH);
        return new NamedMatch(id -> Optional.of(person)).of(match(decision)).at("/outcome/value/faces/0");
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
