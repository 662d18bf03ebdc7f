package io.faceline.matcher.people;

import static io.faceline.contracts.face.TestEmbeddings.human;
import static io.faceline.matcher.MatcherFixtures.enrollment;
import static io.faceline.matcher.MatcherFixtures.probe;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.change.Change;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.Merge;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.person.PersonBuilder;
import io.faceline.contracts.person.PersonPhoto;
import io.faceline.matcher.Driver;
import io.faceline.matcher.MatcherFixtures;
import java.util.Arrays;
import java.util.List;

/** Merges and unmerges of people. Photo n of a person shows human n, and its reference is person/n:0. */
public final class MergeScene implements AutoCloseable {
    public final Driver driver = new Driver(MatcherFixtures.SETTINGS);
    private int probes;

    public void chain(SessionId session) {
        enroll(session, "a", 1);
        enroll(session, "b", 2);
        enroll(session, "c", 3);
        make(merge(session, "a", "b"));
        make(merge(session, "b", "c"));
        assertThat(identify(session, 1, 2, 3)).containsExactly("c", "c", "c");
    }

    public void enroll(SessionId session, String person, int human) {
        var answer = driver.answer(enrollment(person + "/" + human, session, person, human(human)));
        assertThat(answer.enrollment().isAccepted()).isTrue();
    }

    public void written(String id, List<PersonPhoto> photos, PersonId mergedInto, Merge lastMerge) {
        var person = PersonBuilder.person(id, id)
                .photos(photos)
                .mergedInto(mergedInto)
                .lastMerge(lastMerge);
        driver.write(Driver.TOPICS.people(), id, person.build());
    }

    public void make(Change change) {
        assertThat(driver.answer(change).error()).isNull();
    }

    public String refusal(Change change) {
        return driver.answer(change).error();
    }

    public List<String> identify(SessionId session, int... humans) {
        return Arrays.stream(humans)
                .mapToObj(human -> driver.identify(probe("p/" + ++probes, session, human(human))))
                .map(found -> found.candidates().get(0).person().value())
                .toList();
    }

    public Person person(String id) {
        return driver.person(id).orElseThrow();
    }

    List<String> photosOf(String id) {
        return person(id).photos().stream()
                .map(photo -> photo.reference().value())
                .toList();
    }

    public static Change merge(SessionId session, String from, String into) {
        return new Change.MergePeople("c", session, new PersonId(from), new PersonId(into));
    }

    public static Change undo(SessionId session, String from) {
        return new Change.UnmergePeople("c", session, new PersonId(from));
    }

    @Override
    public void close() {
        driver.close();
    }
}
