package io.faceline.matcher;

import static io.faceline.contracts.person.TestReferences.photo;
import static io.faceline.matcher.MatcherFixtures.ANNA;
import static io.faceline.matcher.MatcherFixtures.BERT;
import static io.faceline.matcher.people.MergeScene.merge;
import static io.faceline.matcher.people.MergeScene.undo;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.change.Change;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.matcher.people.MergeScene;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Merges that cannot be undone, and deletion of merged people. */
class UnmergeRefusedTest {
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
    void deletion_includesMergedPeople(SessionId session) {
        scene.chain(session);

        for (var repeat = 0; repeat < 2; repeat++) {
            scene.make(new Change.DeletePerson("c", session, new PersonId("c")));

            assertThat(Stream.of("a", "b", "c").map(scene::person)).allSatisfy(person -> {
                assertThat(person.deleted()).isTrue();
                assertThat(person.name()).isEmpty();
                assertThat(person.lastMerge()).isNull();
            });
            assertThat(scene.driver.enrollments(ANNA)).isEmpty();
            assertThat(scene.driver.shared().gallery().size()).isZero();
        }
        assertThat(scene.refusal(undo(session, "a"))).contains("person a", "deleted", "enroll");
    }

    @ParameterizedTest
    @MethodSource("scopes")
    void deletion_excludesUnmergedPeople(SessionId session) {
        scene.chain(session);
        scene.make(undo(session, "a"));
        scene.make(undo(session, "b"));
        scene.make(merge(session, "a", "c"));

        scene.make(new Change.DeletePerson("c", session, new PersonId("b")));
        assertThat(scene.identify(session, 1, 3)).containsExactly("c", "c");
        scene.make(undo(session, "a"));
        scene.make(new Change.DeletePerson("c", session, new PersonId("c")));
        assertThat(scene.identify(session, 1)).containsExactly("a");
        assertThat(scene.person("a").lastMerge()).isNull();
        assertThat(scene.refusal(undo(session, "a"))).contains("no merge of person a");
    }

    @Test
    void undo_thatIsImpossibleSaysWhy() {
        scene.enroll(ANNA, "a", 1);
        scene.enroll(ANNA, "b", 2);
        assertThat(scene.refusal(undo(ANNA, "a"))).contains("no merge of person a");
        assertThat(scene.refusal(undo(ANNA, "nobody"))).contains("no person nobody");

        scene.make(merge(ANNA, "a", "b"));
        assertThat(scene.refusal(undo(BERT, "a")).replace("person a", "person z"))
                .isEqualTo(scene.refusal(undo(BERT, "z")));
        assertThat(scene.refusal(undo(ANNA, "b"))).contains("no merge of person b");

        scene.make(undo(ANNA, "a"));
        scene.make(new Change.DeletePerson("c", ANNA, new PersonId("a")));
        assertThat(scene.refusal(undo(ANNA, "a"))).contains("person a or the person it was merged into was deleted");
    }

    @Test
    void undo_ofAnUnknownMerge_isRejected() {
        scene.written("a", List.of(), new PersonId("b"), null);
        scene.written("b", List.of(photo("r1")), null, null);

        assertThat(scene.refusal(undo(SessionId.SHARED, "a"))).contains("no merge of person a");
    }
}
