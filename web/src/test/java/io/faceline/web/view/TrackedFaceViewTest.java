package io.faceline.web.view;

import static io.faceline.contracts.person.PersonBuilder.person;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.face.MatchedFace;
import io.faceline.contracts.face.TestFaces;
import io.faceline.contracts.frame.FailureCode;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.frame.TestFrames;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.serde.Mappers;
import io.faceline.contracts.track.FaceTrack;
import io.faceline.contracts.track.TrackedFrame;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What clients read of the track of a face. */
class TrackedFaceViewTest {
    private static final SessionId MINE = SessionId.ofSecret("mine");
    private static final PersonId ADA = new PersonId("ada");

    private final Map<String, Person> people = new HashMap<>();
    private PersonNames names = new PersonNames(id -> Optional.ofNullable(people.get(id)));

    @BeforeEach
    void addAda() {
        put(person(ADA, "Ada").session(MINE).build());
    }

    @Test
    void track_hasItsNumberDecisionAndPerson() {
        assertThat(track(Decision.MATCH, ADA))
                .hasToString("{\"id\":7,\"key\":\"job/1/0\",\"decision\":\"match\","
                        + "\"person\":{\"id\":\"ada\",\"name\":\"Ada\",\"scope\":\"session\"}}");
    }

    @Test
    void unknownTrack_hasNoPerson() {
        assertThat(track(Decision.UNKNOWN, null))
                .hasToString("{\"id\":7,\"key\":\"job/1/0\",\"decision\":\"unknown\",\"person\":null}");
    }

    @Test
    void frameWithoutTracks_saysSo_besideTheFacesOwnDecision() {
        var match = match();

        var face = json(TrackedFaceView.match(match, names)).at("/outcome/value/faces/0");

        assertThat(face.get("track").isNull()).isTrue();
        assertThat(face.get("face")).isEqualTo(json(MatchView.of(match, names)).at("/outcome/value/faces/0/face"));
    }

    @Test
    void lostFrame_isWrittenAsItsAnswer() {
        var lost = TestFrames.match(TestFrames.facts(1))
                .outcome(Outcome.failed(FailureCode.DAMAGED_IMAGE, "cut off"))
                .build();

        assertThat(json(TrackedFaceView.match(lost, names))).isEqualTo(json(MatchView.of(lost, names)));
    }

    @Test
    void personWhoWasMerged_isTheOtherOne() {
        put(person(ADA, "Ada L.").session(MINE).mergedInto(new PersonId("into")).build());
        put(person(new PersonId("into"), "Ada Lovelace").session(MINE).build());

        var named = track(Decision.MATCH, ADA).get("person");

        assertThat(named.get("id").asText()).isEqualTo("into");
        assertThat(named.get("name").asText()).isEqualTo("Ada Lovelace");
    }

    @Test
    void personWhoWasDeletedSince_hasNoName() {
        put(Person.deleted(ADA, MINE, Instant.EPOCH));

        assertThat(track(Decision.MATCH, ADA).get("person"))
                .hasToString("{\"id\":\"ada\",\"name\":null,\"scope\":null}");
    }

    @Test
    void personOfAnotherSession_hasNoName() {
        put(person(ADA, "Ada").session(SessionId.ofSecret("theirs")).build());

        assertThat(nameOf(Decision.MATCH).isNull()).isTrue();
    }

    @Test
    void ofAPrivateGallery_theMatchIsNamedAlone() {
        put(person(ADA, "Ada").session(SessionId.SHARED).build());
        names = names.listing(false);

        assertThat(nameOf(Decision.MATCH).asText()).isEqualTo("Ada");
        assertThat(nameOf(Decision.UNCERTAIN).isNull()).isTrue();
    }

    private JsonNode nameOf(Decision decision) {
        return track(decision, ADA).at("/person/name");
    }

    private JsonNode track(Decision decision, PersonId person) {
        var frame = new TrackedFrame(match(), List.of(new FaceTrack("job/1/0", 7, decision, person)));
        return json(TrackedFaceView.match(frame, names)).at("/outcome/value/faces/0/track");
    }

    private static Match match() {
        return TestFrames.match(TestFrames.facts().session(MINE).build())
                .faces(new MatchedFace(TestFaces.face(), null))
                .build();
    }

    private static JsonNode json(Object view) {
        return Mappers.JSON.valueToTree(view);
    }

    private void put(Person person) {
        people.put(person.id().value(), person);
    }
}
