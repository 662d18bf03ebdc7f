package io.faceline.matcher.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.face.Candidate;
import io.faceline.contracts.face.TestEmbeddings;
import io.faceline.contracts.frame.TestFrames;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.identity.Scope;
import io.faceline.contracts.person.Reference;
import io.faceline.matcher.recognisability.Measures;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BestPeopleTest {
    @Test
    void adjusted_isOfTheReferenceThatIsBestAfterThePenalty() {
        var best = new BestPeople(3, (reference, person) -> person, BestPeopleTest::penalty);

        offer(best, "poor", "ada", 0.75f, measures(0.5));
        offer(best, "good", "ada", 0.5f, measures(0));

        var hit = best.hits().get(0);
        assertThat(hit.similarity()).isEqualTo(0.75);
        assertThat(hit.adjusted()).isEqualTo(0.5);
        assertThat(hit.penalty()).isEqualTo(0.25);
    }

    @Test
    void reference_isThatOfTheHighestPlainSimilarity() {
        var best = new BestPeople(1, (reference, person) -> person, BestPeopleTest::penalty);

        offer(best, "eve", "eve", 0.3f, null);
        offer(best, "good", "ada", 0.5f, measures(0));
        offer(best, "poor", "ada", 0.75f, measures(0.5));
        offer(best, "later", "ada", 0.6f, measures(0));

        assertThat(best.ranked())
                .containsExactly(new Candidate(new PersonId("ada"), Scope.SHARED, 0.75, new ReferenceId("poor")));
    }

    @Test
    void referenceOfSomebodyMerged_isThatOfWhoeverItIsNow() {
        var best = new BestPeople(3, (reference, person) -> new PersonId("ada"));

        offer(best, "of-ada", "ada", 0.5f, null);
        offer(best, "of-eve", "eve", 0.75f, null);

        assertThat(best.ranked()).extracting(Candidate::reference).containsExactly(new ReferenceId("of-eve"));
    }

    @Test
    void referenceWithoutMeasures_hasNoPenalty() {
        var best = new BestPeople(3, (reference, person) -> person, BestPeopleTest::penalty);

        offer(best, "old", "ada", 0.75f, null);

        assertThat(best.hits().get(0).adjusted()).isEqualTo(0.75);
    }

    @Test
    void measures_surviveARebuildOfTheIndex() {
        var gallery = new Gallery(Scope.SHARED, reference -> measures(reference.quality()));
        for (var row = 0; row < 3000; row++) {
            gallery.index(reference("r" + row, row == 2999 ? "ada" : "other", 0.5));
        }
        for (var row = 0; row < 2990; row++) {
            gallery.remove(new ReferenceId("r" + row));
        }

        var best = new BestPeople(3, (reference, person) -> person, BestPeopleTest::penalty);
        gallery.search(TestFrames.MODEL, List.of(new Query(TestEmbeddings.human(1), best)));

        assertThat(best.hits()).extracting(BestPeople.Hit::penalty).containsOnly(0.25);
    }

    private static Reference reference(String id, String person, double poorness) {
        return new Reference(
                new ReferenceId(id),
                new PersonId(person),
                TestEmbeddings.human(1),
                TestFrames.MODEL,
                poorness,
                TestFrames.NOW);
    }

    private static void offer(
            BestPeople best, String reference, String person, float similarity, @Nullable Measures measures) {
        best.offer(new ReferenceId(reference), new PersonId(person), Scope.SHARED, similarity, measures);
    }

    private static double penalty(@Nullable Measures reference) {
        return reference == null ? 0 : reference.quality() / 2;
    }

    private static Measures measures(double poorness) {
        return new Measures(poorness, 0, 0, 0, 0);
    }
}
