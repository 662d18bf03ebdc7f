package io.faceline.matcher.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.face.Candidate;
import io.faceline.contracts.face.Embedding;
import io.faceline.contracts.face.TestEmbeddings;
import io.faceline.contracts.frame.TestFrames;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.identity.Scope;
import io.faceline.contracts.person.Reference;
import io.faceline.contracts.person.TestReferences;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GalleryTest {
    private static final int DIMENSION = 37;

    private final Gallery gallery = new Gallery(Scope.SHARED);
    private final Random random = new Random(42);

    @Test
    void search_findsWhatANaiveLoopFinds_afterAnyChanges() {
        Map<ReferenceId, Reference> truth = new LinkedHashMap<>();
        for (var step = 0; step < 6000; step++) {
            change(truth);
            if (step % 250 == 0) {
                var query = anyone();
                assertThat(search(query, 5)).extracting(Candidate::person).isEqualTo(naive(truth, query, 5));
            }
        }
        assertThat(gallery.size()).isEqualTo(truth.size());
        truth.values().forEach(reference -> assertThat(gallery.reference(reference.id()))
                .contains(reference));
    }

    @Test
    void search_ranksAPersonByTheBestReference() {
        gallery.index(TestReferences.reference("r1", "ada", TestEmbeddings.human(1, 0.3)));
        gallery.index(TestReferences.reference("r2", "ada", TestEmbeddings.human(1, 0.9)));
        gallery.index(TestReferences.reference("r3", "eve", TestEmbeddings.human(1, 0.5)));

        var ranked = search(TestFrames.MODEL, TestEmbeddings.human(1), 3);

        assertThat(ranked).extracting(candidate -> candidate.person().value()).containsExactly("ada", "eve");
        assertThat(ranked.get(0).similarity()).isBetween(0.899, 0.901);
    }

    @Test
    void search_neverComparesModels() {
        var reference = TestReferences.reference("r1", "ada", TestEmbeddings.human(1));
        gallery.index(reference);

        assertThat(search("other@1", TestEmbeddings.human(1), 3)).isEmpty();
        assertThat(gallery.hiddenPeople("other@1")).isEqualTo(1);
        assertThat(gallery.hiddenPeople(TestFrames.MODEL)).isZero();
        assertThat(gallery.has(new PersonId("ada"), "other@1")).isFalse();
    }

    @Test
    void batchSearch_findsEachPerson() {
        gallery.index(TestReferences.reference("r1", "ada", TestEmbeddings.human(1)));
        gallery.index(TestReferences.reference("r2", "eve", TestEmbeddings.human(2)));
        var faces = List.of(TestEmbeddings.human(2), TestEmbeddings.human(1), anyone());
        var queries = faces.stream()
                .map(face -> new Query(face, new BestPeople(1, (reference, person) -> person)))
                .toList();

        gallery.search(TestFrames.MODEL, queries);

        assertThat(queries)
                .extracting(query -> query.best().ranked().stream()
                        .map(found -> found.person().value())
                        .toList())
                .containsExactly(List.of("eve"), List.of("ada"), List.of());
    }

    @Test
    void index_replacesAReferenceOfAnotherModel() {
        var reference = TestReferences.reference("r1", "ada", TestEmbeddings.human(1));
        gallery.index(reference);
        gallery.index(new Reference(
                reference.id(), reference.person(), TestEmbeddings.human(2), "other@1", 0.5, reference.enrolledAt()));

        assertThat(search(TestFrames.MODEL, TestEmbeddings.human(1), 3)).isEmpty();
        assertThat(search("other@1", TestEmbeddings.human(2), 3)).hasSize(1);
        assertThat(gallery.size()).isEqualTo(1);
    }

    @Test
    void search_neverMissesAReferenceThatIsBeingReplaced() throws InterruptedException {
        var ada = TestReferences.reference("r1", "ada", TestEmbeddings.human(1));
        gallery.index(ada);
        var done = new AtomicBoolean();
        var misses = new AtomicInteger();
        var reader = new Thread(() -> {
            while (!done.get()) {
                if (search(TestFrames.MODEL, TestEmbeddings.human(1), 1).size() != 1) {
                    misses.incrementAndGet();
                }
            }
        });

        reader.start();
        for (var i = 0; i < 5000; i++) {
            gallery.index(TestReferences.reference("r1", i % 2 == 0 ? "eve" : "ada", TestEmbeddings.human(1)));
        }
        done.set(true);
        reader.join();

        assertThat(misses).hasValue(0);
    }

    private void change(Map<ReferenceId, Reference> truth) {
        var id = new ReferenceId("r" + random.nextInt(2000));
        if (random.nextInt(3) == 0) {
            truth.remove(id);
            gallery.remove(id);
        } else {
            var reference = new Reference(
                    id,
                    new PersonId("p" + random.nextInt(300)),
                    anyone(),
                    TestFrames.MODEL,
                    0.5,
                    TestFrames.NOW,
                    random.nextBoolean() ? (Double) (1 + random.nextDouble()) : null);
            truth.put(id, reference);
            gallery.index(reference);
        }
    }

    private Embedding anyone() {
        return TestEmbeddings.anyone(random, DIMENSION);
    }

    private List<Candidate> search(Embedding query, int limit) {
        return search(TestFrames.MODEL, query, limit);
    }

    private List<Candidate> search(String model, Embedding query, int limit) {
        var best = new BestPeople(limit, (reference, person) -> person);
        gallery.search(model, query, best);
        return best.ranked();
    }

    private static List<PersonId> naive(Map<ReferenceId, Reference> truth, Embedding query, int limit) {
        var best = new HashMap<PersonId, Double>();
        truth.values()
                .forEach(reference ->
                        best.merge(reference.person(), reference.embedding().similarity(query), Math::max));
        var people = new ArrayList<>(best.keySet());
        people.sort(Comparator.comparingDouble(best::get).reversed());
        return people.subList(0, Math.min(limit, people.size()));
    }
}
