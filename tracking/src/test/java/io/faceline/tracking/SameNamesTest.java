package io.faceline.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.face.Candidate;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.face.Identification;
import io.faceline.contracts.face.Reason;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.Scope;
import java.util.List;
import org.junit.jupiter.api.Test;

class SameNamesTest {
    private static final PersonId FIRST = new PersonId("first");
    private static final PersonId SECOND = new PersonId("second");
    private static final PersonId THIRD = new PersonId("third");
    private static final PersonId OTHER = new PersonId("other");

    @Test
    void peopleOfOneName_areStoodForByTheFirst_alsoOverARestart() {
        var names = names();

        assertThat(names.best(identification(THIRD))).isEqualTo(FIRST);
        assertThat(SameNames.of(names.seen()).best(identification(THIRD))).isEqualTo(FIRST);
    }

    @Test
    void peopleOfOneName_areStoodForByTheNext_whenTheFirstIsDeleted() {
        var left = names().without(FIRST::equals);

        assertThat(left.best(identification(SECOND))).isEqualTo(SECOND);
        assertThat(left.best(identification(THIRD))).isEqualTo(SECOND);
        assertThat(left.best(identification(OTHER))).isEqualTo(OTHER);
        assertThat(left.seen()).extracting(SameNames.Seen::person).containsExactly(SECOND, THIRD, OTHER);
    }

    @Test
    void peopleOfOneName_areStoodForByTheFirst_whenAnotherIsDeleted() {
        var left = names().without(SECOND::equals);

        assertThat(left.best(identification(THIRD))).isEqualTo(FIRST);
        assertThat(left.seen()).extracting(SameNames.Seen::person).containsExactly(FIRST, THIRD, OTHER);
    }

    private static SameNames names() {
        var names = new SameNames();
        names.best(identification(FIRST, SECOND));
        names.best(identification(THIRD, SECOND));
        names.best(identification(OTHER));
        return names;
    }

    private static Identification identification(PersonId... people) {
        var candidates = List.of(people).stream()
                .map(person -> new Candidate(person, Scope.SHARED, 0.7))
                .toList();
        return new Identification(Decision.MATCH, candidates, 0.7, 0.95, List.of(Reason.SAME_NAME));
    }
}
