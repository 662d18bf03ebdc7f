package io.faceline.matcher.people;

import static io.faceline.contracts.face.TestEmbeddings.human;
import static io.faceline.contracts.person.TestReferences.reference;
import static io.faceline.matcher.MatcherFixtures.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.session.SessionEnrollments;
import io.faceline.matcher.index.MeasureReference;
import io.faceline.runtime.store.MapTable;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionGalleriesTest {
    private final MapTable<SessionEnrollments> table = new MapTable<>();
    private final SessionGalleries galleries = new SessionGalleries(table, MeasureReference.NONE);

    @Test
    void evictedSession_isReadAgainFromTheTable() {
        var added = reference("r1", "ada", human(1));
        galleries.of(ANNA).enroll(List.of(added));

        for (var i = 0; i < 1000; i++) {
            galleries.of(new SessionId("s" + i));
        }

        assertThat(galleries.of(ANNA).gallery().reference(added.id())).contains(added);
        assertThat(new SessionGalleries(table, MeasureReference.NONE)
                        .of(ANNA)
                        .gallery()
                        .size())
                .isEqualTo(1);
    }

    @Test
    void references_areEntriesOfTheirOwn() {
        galleries.of(ANNA).enroll(List.of(reference("r1", "ada", human(1)), reference("r2", "ada", human(2))));

        galleries.of(ANNA).remove(List.of(new ReferenceId("r1")));

        assertThat(table.where(entry -> true)).containsOnlyKeys("anna|r2");
    }

    @Test
    void entryOfAnEarlierVersion_isReadAndRewritten() {
        var old = List.of(reference("r1", "ada", human(1)), reference("r2", "eve", human(2)));
        table.write("anna", new SessionEnrollments(old));

        assertThat(galleries.of(ANNA).gallery().size()).isEqualTo(2);

        assertThat(table.where(entry -> true)).containsOnlyKeys("anna|r1", "anna|r2");
        assertThat(new SessionGalleries(table, MeasureReference.NONE)
                        .of(ANNA)
                        .gallery()
                        .reference(old.get(1).id()))
                .contains(old.get(1));
    }

    @Test
    void erased_isEmptyAtOnce() {
        galleries.of(ANNA).enroll(List.of(reference("r1", "ada", human(1))));
        galleries.of(new SessionId("anna2")).enroll(List.of(reference("r2", "eve", human(2))));

        galleries.erase(ANNA);

        assertThat(table.where(entry -> true)).containsOnlyKeys("anna2|r2");
        assertThat(galleries.of(ANNA).gallery().size()).isZero();
    }

    @Test
    void erased_takesAnEntryOfAnEarlierVersionWithIt() {
        table.write("anna", new SessionEnrollments(List.of(reference("r1", "ada", human(1)))));

        galleries.erase(ANNA);

        assertThat(table.where(entry -> true)).isEmpty();
    }
}
