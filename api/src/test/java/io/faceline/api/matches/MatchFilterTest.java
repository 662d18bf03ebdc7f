package io.faceline.api.matches;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.api.TestAnswers;
import io.faceline.api.TestPeople;
import io.faceline.contracts.face.Candidate;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.face.MatchedFace;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.Scope;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.PersonBuilder;
import io.faceline.web.view.PersonNames;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MatchFilterTest {
    private static final SessionId ADA = new SessionId("ada");

    private final TestPeople people = new TestPeople();

    private boolean accepts(String source, String person, Decision decision, MatchedFace... faces) {
        var filter = new MatchFilter(
                Optional.ofNullable(source), Optional.ofNullable(person), Optional.ofNullable(decision));
        return filter.takes(TestAnswers.match(ADA, "door", 0, faces), new PersonNames(people::find));
    }

    private static Candidate candidate(String person, double similarity) {
        return new Candidate(new PersonId(person), Scope.SESSION, similarity);
    }

    @Test
    void allIsTaken_nothingAskedFor() {
        assertThat(accepts(null, null, null)).isTrue();
    }

    @Test
    void sourceMustBeTheOne_asked() {
        assertThat(accepts("door", null, null)).isTrue();
        assertThat(accepts("gate", null, null)).isFalse();
    }

    @Test
    void oneFaceIsEnough_decision() {
        var match = TestAnswers.match(0, 2, "lin");
        var unknown = TestAnswers.unknown(1, 7);

        assertThat(accepts(null, null, Decision.UNKNOWN, match, unknown)).isTrue();
        assertThat(accepts(null, null, Decision.UNCERTAIN, match, unknown)).isFalse();
        assertThat(accepts(null, null, Decision.MATCH)).isFalse();
    }

    @Test
    void onlyTheNamedCount_amongCandidatesOfAMatch() {
        var face = TestAnswers.face(0, 2, Decision.MATCH, candidate("lin", 0.6), candidate("ada", 0.45));

        assertThat(accepts(null, "lin", null, face)).isTrue();
        assertThat(accepts(null, "ada", null, face)).isFalse();
    }

    @Test
    void whoeverIsCloseEnoughCounts_amongCandidatesOfAnUncertainFace() {
        var face = TestAnswers.uncertain(0, 2, candidate("lin", 0.5), candidate("ada", 0.49), candidate("bob", 0.2));

        assertThat(accepts(null, "ada", null, face)).isTrue();
        assertThat(accepts(null, "bob", null, face)).isFalse();
        assertThat(accepts(null, "ada", Decision.MATCH, face)).isFalse();
    }

    @Test
    void nobodyCounts_amongCandidatesOfAStranger() {
        var face = TestAnswers.face(0, 2, Decision.UNKNOWN, candidate("lin", 0.3));

        assertThat(accepts(null, "lin", null, face)).isFalse();
    }

    @Test
    void decisionAndPersonMustBeOfOneFace_bothAsked() {
        var match = TestAnswers.match(0, 2, "lin");
        var unsure = TestAnswers.uncertain(1, 7, candidate("ada", 0.45));

        assertThat(accepts(null, "lin", Decision.UNCERTAIN, match, unsure)).isFalse();
        assertThat(accepts(null, "ada", Decision.UNCERTAIN, match, unsure)).isTrue();
    }

    @Test
    void whoeverWasMergedIntoAPersonCounts_asThatPerson() {
        people.add("ada", "Ada", ADA);
        people.put(PersonBuilder.person("lin", "Lin")
                .session(ADA)
                .mergedInto(new PersonId("ada"))
                .build());

        assertThat(accepts(null, "ada", null, TestAnswers.match(0, 2, "lin"))).isTrue();
        assertThat(accepts(null, "lin", null, TestAnswers.match(0, 2, "lin"))).isTrue();
    }
}
