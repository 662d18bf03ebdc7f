package io.faceline.matcher;

import static io.faceline.contracts.face.TestEmbeddings.human;
import static io.faceline.contracts.person.TestReferences.photo;
import static io.faceline.contracts.person.TestReferences.reference;
import static io.faceline.matcher.MatcherFixtures.ANNA;
import static io.faceline.matcher.MatcherFixtures.enrollment;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.change.Change;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.Scope;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.person.PersonName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody may be called over HTTP, nobody is called through the topic {@code changes} either. */
class NamesTest {
    private static final PersonId ADA = new PersonId("ada");

    private final Driver driver = new Driver(MatcherFixtures.SETTINGS);

    @AfterEach
    void close() {
        driver.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u202Eb", "a\u2066b", "a\nb", "a\u0000b", "a\u2028b", "\u200B", ""})
    void nobodyIsRenamed_toWhatNobodyMayBeCalled(String name) {
        driver.send(enrollment("e/1", ANNA, "ada", human(1)));
        var before = driver.person("ada").map(Person::name);

        var answer = driver.answer(new Change.RenamePerson("c1", ANNA, ADA, name));

        assertThat(answer.error()).isEqualTo(PersonName.fault(name).orElseThrow());
        assertThat(driver.person("ada").map(Person::name)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u202Eb", "a\u0007b"})
    void nobodyNewIsPut_calledWhatNobodyMayBeCalled(String name) {
        var reference = reference("r1", "ada", human(1));

        var answer = driver.answer(new Change.PutReference("c1", SessionId.SHARED, name, reference, photo("r1")));

        assertThat(answer.error()).isEqualTo(PersonName.fault(name).orElseThrow());
        assertThat(driver.person("ada")).isEmpty();
    }

    @Test
    void aPhotoIsPut_personKeepsTheName() {
        driver.send(enrollment("e/1", ANNA, "ada", human(1)));
        var before = driver.person("ada").map(Person::name);

        var answer = driver.answer(
                new Change.PutReference("c1", ANNA, "a\u202Eb", reference("r2", "ada", human(1)), photo("r2")));

        assertThat(answer.error()).isNull();
        assertThat(driver.person("ada").map(Person::name)).isEqualTo(before);
    }

    @Test
    void nameIsStoredInItsNormalForm() {
        driver.send(enrollment("e/1", ANNA, "ada", human(1)));

        driver.answer(new Change.RenamePerson("c1", ANNA, ADA, " Jose\u0301 "));

        assertThat(driver.person("ada").map(Person::name)).contains("Jos\u00e9");
        assertThat(new Role.Enrollment(ADA, " Jose\u0301 ", Scope.SESSION, false).name())
                .isEqualTo("Jos\u00e9");
    }
}
