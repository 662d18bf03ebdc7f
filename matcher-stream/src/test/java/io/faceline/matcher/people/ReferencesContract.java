package io.faceline.matcher.people;

import static io.faceline.contracts.face.TestEmbeddings.human;
import static io.faceline.contracts.person.TestReferences.reference;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.identity.ReferenceId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What all {@link References} must do. */
abstract class ReferencesContract {
    /** Without any reference. */
    abstract References references();

    @Test
    void put_showsInTheGallery_onceItIsApplied() {
        var references = references();
        var ada = reference("r1", "ada", human(1));
        var eve = reference("r2", "eve", human(2));

        references.enroll(List.of(ada, eve));

        assertThat(references.gallery().size()).isEqualTo(2);
        assertThat(references.gallery().reference(ada.id())).contains(ada);
        assertThat(references.gallery().reference(eve.id())).contains(eve);
    }

    @Test
    void put_underTheSameId_replaces() {
        var references = references();
        references.enroll(List.of(reference("r1", "ada", human(1))));
        var changed = reference("r1", "ada", human(2));

        references.enroll(List.of(changed));

        assertThat(references.gallery().size()).isEqualTo(1);
        assertThat(references.gallery().reference(changed.id())).contains(changed);
    }

    @Test
    void remove_takesTheReferenceOutOfTheGallery_andOnlyThat() {
        var references = references();
        var left = reference("r2", "ada", human(2));
        references.enroll(List.of(reference("r1", "ada", human(1)), left));

        references.remove(List.of(new ReferenceId("r1"), new ReferenceId("never-there")));

        assertThat(references.gallery().size()).isEqualTo(1);
        assertThat(references.gallery().reference(left.id())).contains(left);
    }

    @Test
    void removed_canBePutAgain() {
        var references = references();
        var ada = reference("r1", "ada", human(1));
        references.enroll(List.of(ada));
        references.remove(List.of(ada.id()));

        references.enroll(List.of(ada));

        assertThat(references.gallery().reference(ada.id())).contains(ada);
    }

    @Test
    void people_areCountedOnce_whateverTheirReferences() {
        var references = references();
        references.enroll(List.of(
                reference("r1", "ada", human(1)), reference("r2", "ada", human(2)), reference("r3", "eve", human(3))));
        assertThat(references.gallery().countPeople()).isEqualTo(2);

        references.remove(List.of(new ReferenceId("r1"), new ReferenceId("r3")));

        assertThat(references.gallery().countPeople()).isEqualTo(1);
    }

    @Test
    void nothing_isAppliedAtOnce() {
        var references = references();

        references.enroll(List.of());
        references.remove(List.of());

        assertThat(references.gallery().size()).isZero();
    }
}
