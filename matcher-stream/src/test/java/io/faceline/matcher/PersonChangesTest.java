package io.faceline.matcher;

import static io.faceline.contracts.face.TestEmbeddings.human;
import static io.faceline.matcher.MatcherFixtures.ANNA;
import static io.faceline.matcher.MatcherFixtures.enrollment;
import static io.faceline.matcher.MatcherFixtures.probe;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.change.Change;
import io.faceline.contracts.face.Candidate;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.person.TestReferences;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Renames, merges and references that come as a change. */
class PersonChangesTest {
    private static final PersonId ADA = new PersonId("ada");
    private static final PersonId EVE = new PersonId("eve");

    private final Driver driver = new Driver(MatcherFixtures.SETTINGS);

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void rename_changesTheName() {
        driver.send(enrollment("e/1", ANNA, "ada", human(1)));

        assertThat(driver.answer(new Change.RenamePerson("c1", ANNA, ADA, " Ada L. "))
                        .isMade())
                .isTrue();
        assertThat(driver.person("ada").map(Person::name)).contains("Ada L.");
        assertThat(driver.answer(new Change.RenamePerson("c2", ANNA, ADA, " ")).error())
                .contains("must not be blank");
    }

    @Test
    void merge_makesTwoPeopleOne() {
        for (var session : List.of(ANNA, SessionId.SHARED)) {
            var from = new PersonId("from-" + session);
            var into = new PersonId("into-" + session);
            driver.send(enrollment("e/1" + session, session, from.value(), human(1)));
            driver.send(enrollment("e/2" + session, session, into.value(), human(2)));

            for (var repeat = 0; repeat < 2; repeat++) {
                assertThat(driver.answer(new Change.MergePeople("c1", session, from, into))
                                .error())
                        .isNull();

                var found = driver.identify(probe("p/" + session + repeat, session, human(1)));
                assertThat(found.candidates()).extracting(Candidate::person).startsWith(into);
                assertThat(driver.person(into.value()).orElseThrow().photos()).hasSize(2);
                assertThat(driver.person(from.value()).orElseThrow().mergedInto())
                        .isEqualTo(into);
            }
            var more = driver.answer(enrollment("e/3" + session, session, from.value(), human(1, 0.9)));
            assertThat(more.enrollment().person()).isEqualTo(into);
        }
    }

    @Test
    void changes_thatAreImpossibleSayWhatToDo() {
        driver.send(enrollment("e/1", ANNA, "ada", human(1)));
        driver.send(enrollment("e/2", ANNA, "eve", human(2)));
        driver.answer(new Change.MergePeople("c1", ANNA, ADA, EVE));

        assertThat(driver.answer(new Change.DeletePerson("c2", ANNA, new PersonId("nobody")))
                        .error())
                .contains("no person nobody", "choose one from the list of people");
        assertThat(driver.answer(new Change.DeletePerson("c3", ANNA, ADA)).error())
                .contains("merged into eve");
        assertThat(driver.answer(new Change.MergePeople("c4", ANNA, EVE, EVE)).error())
                .contains("already");
        assertThat(driver.answer(new Change.EndSession("c5", SessionId.SHARED)).error())
                .contains("one by one");
    }

    @Test
    void putReference_addsAPersonWithoutAPhotoGoingThrough() {
        var put = new Change.PutReference(
                "c1",
                SessionId.SHARED,
                "Ada",
                TestReferences.reference("r1", "ada", human(1)),
                TestReferences.photo("r1"));

        assertThat(driver.answer(put).error()).isNull();
        assertThat(driver.answer(put).error()).isNull();

        assertThat(driver.identify(probe("p/1", ANNA, human(1))).decision()).isEqualTo(Decision.MATCH);
        assertThat(driver.person("ada").orElseThrow().photos()).hasSize(1);
        driver.answer(new Change.DeletePerson("c2", SessionId.SHARED, ADA));
        assertThat(driver.answer(put).error()).contains("no person ada");
    }

    @Test
    void putReference_mayBeOfAPhotoThatAnotherModelKnows() {
        driver.send(enrollment("e/1", SessionId.SHARED, "ada", human(1)));
        var photo = driver.person("ada").orElseThrow().photos().get(0);
        var again = photo.reference().value() + ":other.12345678";

        var made = driver.answer(new Change.PutReference(
                "c1", SessionId.SHARED, "Ada", TestReferences.reference(again, "ada", human(2)), photo));
        var strange = driver.answer(new Change.PutReference(
                "c2", SessionId.SHARED, "Ada", TestReferences.reference("r2", "ada", human(2)), photo));

        assertThat(made.error()).isNull();
        assertThat(driver.person("ada").orElseThrow().photos()).containsExactly(photo);
        assertThat(strange.error()).contains("does not belong to reference r2");
    }
}
