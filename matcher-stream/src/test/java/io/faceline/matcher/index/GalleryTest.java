package io.faceline.matcher.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.face.Candidate;
import io.faceline.contracts.face.Embedding;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.identity.Scope;
import io.faceline.contracts.person.Reference;
import io.faceline.matcher.Sample;
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
        truth.values()
                .forEach(reference -> assertThat(gallery.find(reference.id())).contains(reference));
    }

    @Test
    void search_ranksAPersonByTheBestReference() {
        gallery.put(Sample.reference("r1", "ada", Sample.human(1, 0.3)));
        gallery.put(Sample.reference("r2", "ada", Sample.human(1, 0.9)));
        gallery.put(Sample.reference("r3", "eve", Sample.human(1, 0.5)));

        var ranked = search(Sample.MODEL, Sample.human(1), 3);

        assertThat(ranked).extracting(candidate -> candidate.person().value()).containsExactly("ada", "eve");
        assertThat(ranked.get(0).similarity()).isBetween(0.899, 0.901);
    }

    @Test
    void search_neverComparesModels() {
        var reference = Sample.reference("r1", "ada", Sample.human(1));
        gallery.put(reference);

        assertThat(search("other@1", Sample.human(1), 3)).isEmpty();
        assertThat(gallery.hiddenPeople("other@1")).isEqualTo(1);
        assertThat(gallery.hiddenPeople(Sample.MODEL)).isZero();
        assertThat(gallery.similarity(new PersonId("ada"), "other@1", Sample.human(1)))
                .isEmpty();
    }

    @Test
    void batchSearch_findsEachPerson() {
        gallery.put(Sample.reference("r1", "ada", Sample.human(1)));
        gallery.put(Sample.reference("r2", "eve", Sample.human(2)));
        var faces = List.of(Sample.human(2), Sample.human(1), anyone());
        var queries = faces.stream()
                .map(face -> new Query(face, new BestPeople(1, (reference, person) -> person)))
                .toList();

        gallery.search(Sample.MODEL, queries);

        assertThat(queries)
                .extracting(query -> query.best().ranked().stream()
                        .map(found -> found.person().value())
                        .toList())
                .containsExactly(List.of("eve"), List.of("ada"), List.of());
    }

    @Test
    void put_replacesAReferenceOfAnotherModel() {
        var reference = Sample.reference("r1", "ada", Sample.human(1));
        gallery.put(reference);
        gallery.put(new Reference(
                reference.id(), reference.person(), Sample.human(2), "other@1", 0.5, reference.enrolledAt()));

        assertThat(search(Sample.MODEL, Sample.human(1), 3)).isEmpty();
        assertThat(search("other@1", Sample.human(2), 3)).hasSize(1);
        assertThat(gallery.size()).isEqualTo(1);
    }

    @Test
    void search_neverMissesAReferenceThatIsBeingReplaced() throws InterruptedException {
        var ada = Sample.reference("r1", "ada", Sample.human(1));
        gallery.put(ada);
        var done = new AtomicBoolean();
        var misses = new AtomicInteger();
        var reader = new Thread(() -> {
            while (!done.get()) {
                if (search(Sample.MODEL, Sample.human(1), 1).size() != 1) {
                    misses.incrementAndGet();
                }
            }
        });

        reader.start();
        for (var i = 0; i < 5000; i++) {
            gallery.put(Sample.reference("r1", i % 2 == 0 ? "eve" : "ada", Sample.human(1)));
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
            var reference =
                    new Reference(id, new PersonId("p" + random.nextInt(300)), anyone(), Sample.MODEL, 0.5, Sample.NOW);
            truth.put(id, reference);
            gallery.put(reference);
        }
    }

    private Embedding anyone() {
        return Sample.anyone(random, DIMENSION);
    }

    private List<Candidate> search(Embedding query, int limit) {
        return search(Sample.MODEL, query, limit);
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
