package io.faceline.matcher.people;

import static io.faceline.contracts.face.TestEmbeddings.human;
import static io.faceline.contracts.face.TestFaces.embedded;
import static io.faceline.contracts.person.TestReferences.photo;
import static io.faceline.contracts.person.TestReferences.reference;
import static io.faceline.matcher.MatcherFixtures.ANNA;
import static io.faceline.matcher.MatcherFixtures.facts;
import static io.faceline.matcher.MatcherFixtures.frame;
import static io.faceline.matcher.people.MergeScene.merge;
import static io.faceline.matcher.people.MergeScene.undo;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.change.Change;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.identity.Scope;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.Merge;
import io.faceline.matcher.Driver;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Merging two people, and undoing the merge. */
class MergePeopleTest {
    private final MergeScene scene = new MergeScene();

    static Stream<SessionId> scopes() {
        return Stream.of(ANNA, SessionId.SHARED);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @ParameterizedTest
    @MethodSource("scopes")
    void undo_restoresThePerson_idempotently(SessionId session) {
        scene.enroll(session, "a", 1);
        scene.enroll(session, "a", 2);
        scene.enroll(session, "b", 3);
        scene.make(merge(session, "a", "b"));
        scene.make(new Change.RenamePerson("c", session, new PersonId("b"), "Bea"));
        scene.enroll(session, "b", 4);
        // Enrollments of a after the merge belong to b.
        scene.enroll(session, "a", 5);
        // Re-enrolling a photo of a keeps it with a.
        scene.enroll(session, "a", 2);

        for (var repeat = 0; repeat < 3; repeat++) {
            scene.make(undo(session, "a"));

            assertThat(scene.person("a").isActive()).isTrue();
            assertThat(scene.person("a").name()).isEqualTo("a");
            assertThat(scene.photosOf("a")).containsExactlyInAnyOrder("a/1:0", "a/2:0");
            assertThat(scene.person("b").name()).isEqualTo("Bea");
            assertThat(scene.photosOf("b")).containsExactly("b/3:0", "b/4:0", "a/5:0");
            assertThat(scene.identify(session, 1, 2, 3, 4, 5)).containsExactly("a", "a", "b", "b", "b");
        }
        scene.enroll(session, "a", 6);
        assertThat(scene.identify(session, 6)).containsExactly("a");
    }

    @Test
    void merged_keepsTheNameButNoPhoto() {
        scene.enroll(ANNA, "a", 1);
        scene.enroll(ANNA, "b", 2);

        scene.make(merge(ANNA, "a", "b"));

        assertThat(scene.person("a").name()).isEqualTo("a");
        assertThat(scene.person("a").photos()).isEmpty();
        assertThat(scene.person("a").lastMerge())
                .isEqualTo(new Merge(new PersonId("b"), List.of(new ReferenceId("a/1:0"))));
    }

    @ParameterizedTest
    @MethodSource("scopes")
    void chain_isUndoneInAnyOrder(SessionId session) {
        scene.chain(session);

        scene.make(undo(session, "a"));
        assertThat(scene.identify(session, 1, 2, 3)).containsExactly("a", "c", "c");
        assertThat(scene.photosOf("c")).containsExactly("c/3:0", "b/2:0");
        scene.make(undo(session, "b"));
        assertThat(scene.identify(session, 1, 2, 3)).containsExactly("a", "b", "c");

        scene.chain(session);
        scene.make(undo(session, "b"));
        assertThat(scene.identify(session, 1, 2, 3)).containsExactly("b", "b", "c");
        scene.make(undo(session, "a"));
        assertThat(scene.identify(session, 1, 2, 3)).containsExactly("a", "b", "c");
        assertThat(Stream.of("a", "b", "c").map(scene::photosOf))
                .containsExactly(List.of("a/1:0"), List.of("b/2:0"), List.of("c/3:0"));
    }

    @ParameterizedTest
    @MethodSource("scopes")
    void undo_keepsOtherMerges(SessionId session) {
        scene.chain(session);
        scene.make(undo(session, "a"));
        scene.make(merge(session, "a", "c"));

        scene.make(undo(session, "b"));

        assertThat(scene.identify(session, 1, 2, 3)).containsExactly("c", "b", "c");
        scene.make(undo(session, "a"));
        assertThat(scene.identify(session, 1, 2, 3)).containsExactly("a", "b", "c");
    }

    @Test
    void undo_keepsAReferenceMovedToAThirdPerson() {
        scene.enroll(ANNA, "a", 1);
        scene.enroll(ANNA, "b", 2);
        scene.make(merge(ANNA, "a", "b"));
        var third = new Role.Enrollment(new PersonId("z"), "z", Scope.SESSION, true);
        scene.driver.send(frame(facts("a/1", ANNA, third), embedded(human(1))));

        scene.make(undo(ANNA, "a"));

        assertThat(scene.identify(ANNA, 1, 2)).containsExactly("z", "b");
    }

    @Test
    void repeatedUndo_hasNoEffect_afterTheReverseMerge() {
        scene.enroll(ANNA, "a", 1);
        scene.enroll(ANNA, "b", 2);
        scene.make(merge(ANNA, "a", "b"));
        scene.make(undo(ANNA, "a"));
        scene.make(merge(ANNA, "b", "a"));

        scene.make(undo(ANNA, "a"));

        assertThat(scene.identify(ANNA, 1, 2)).containsExactly("a", "a");
        assertThat(scene.photosOf("a")).containsExactly("a/1:0", "b/2:0");
        scene.make(undo(ANNA, "b"));
        assertThat(scene.identify(ANNA, 1, 2)).containsExactly("a", "b");
    }

    @Test
    void replay_hasTheSameResult() {
        for (var repeat = 0; repeat < 2; repeat++) {
            scene.enroll(SessionId.SHARED, "a", 1);
            scene.enroll(SessionId.SHARED, "b", 2);
            scene.make(merge(SessionId.SHARED, "a", "b"));
            scene.make(undo(SessionId.SHARED, "a"));
            scene.enroll(SessionId.SHARED, "a", 3);
            assertThat(scene.identify(SessionId.SHARED, 1, 2, 3)).containsExactly("a", "b", "a");
            assertThat(scene.photosOf("a")).containsExactly("a/1:0", "a/3:0");
            assertThat(scene.photosOf("b")).containsExactly("b/2:0");
        }
    }

    @Test
    void undo_completesAfterACrash() {
        var merge = new Merge(new PersonId("b"), List.of(new ReferenceId("r1")));
        scene.written("a", List.of(photo("r1")), null, merge);
        scene.written("b", List.of(photo("r1"), photo("r2")), null, null);
        scene.driver.write(Driver.TOPICS.gallery(), "r1", reference("r1", "b", human(1)));
        scene.driver.write(Driver.TOPICS.gallery(), "r2", reference("r2", "b", human(2)));

        scene.make(undo(SessionId.SHARED, "a"));

        assertThat(scene.identify(SessionId.SHARED, 1, 2)).containsExactly("a", "b");
        assertThat(scene.photosOf("a")).containsExactly("r1");
        assertThat(scene.photosOf("b")).containsExactly("r2");
    }
}
