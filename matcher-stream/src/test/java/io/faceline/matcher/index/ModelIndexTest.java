package io.faceline.matcher.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.face.Candidate;
import io.faceline.contracts.face.Embedding;
import io.faceline.contracts.face.TestEmbeddings;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.identity.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelIndexTest {
    private static final int DIMENSION = 64;
    private static final int ROWS = 6000;

    private final Random random = new Random(5);
    private final ModelIndex withGemm = new ModelIndex(DIMENSION, Scope.SHARED);
    private final ModelIndex loop = new ModelIndex(DIMENSION, Scope.SHARED, Optional::empty);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 40})
    void gemm_equalsTheLoop(int queries) {
        for (var row = 0; row < ROWS; row++) {
            put(row, random.nextInt(900), anyone());
        }
        for (var change = 0; change < 9000; change++) {
            if (random.nextBoolean()) {
                remove(random.nextInt(ROWS));
            } else {
                put(random.nextInt(ROWS), random.nextInt(900), anyone());
            }
            if (change % 1000 == 0) {
                assertSame(Stream.generate(this::anyone).limit(queries).toList());
            }
        }
    }

    /** Similarities that differ by less than Gemm's rounding error, and more ties than results. */
    @Test
    void gemm_ranksTiesLikeTheLoop() {
        var faces = Stream.generate(this::anyone).limit(7).toList();
        for (var row = 0; row < ROWS; row++) {
            put(row, row % 1501, row % 3 == 0 ? faces.get(row % 7) : perturbed(faces.get(row % 7)));
        }

        assertSame(faces);
        assertSame(Stream.concat(faces.stream(), faces.stream().map(this::perturbed))
                .toList());
    }

    @Test
    void query_findsTheSameAloneAndAmongOthers() {
        for (var row = 0; row < ROWS; row++) {
            put(row, row, anyone());
        }
        var faces = Stream.generate(this::anyone).limit(16).toList();

        var together = search(withGemm, faces);

        for (var face = 0; face < faces.size(); face++) {
            assertThat(search(withGemm, List.of(faces.get(face)))).containsExactly(together.get(face));
        }
    }

    @Test
    void search_isConsistent_whileTheIndexIsRebuilt() throws InterruptedException {
        var faces = Stream.generate(this::anyone).limit(3).toList();
        var broken = new AtomicBoolean();
        var done = new AtomicBoolean();
        for (var row = 0; row < ROWS / 2; row++) {
            put(row, row, faces.get(row % 3));
        }
        var readers = IntStream.range(0, 2)
                .mapToObj(n -> new Thread(() -> {
                    while (!done.get()) {
                        if (search(withGemm, faces).stream().anyMatch(ranked -> !isWhole(ranked))) {
                            broken.set(true);
                        }
                    }
                }))
                .toList();

        readers.forEach(Thread::start);
        for (var change = 0; change < 10 * ROWS; change++) {
            var row = change % (ROWS / 2);
            withGemm.index(new ReferenceId("r" + row), new PersonId("p" + row), faces.get(row % 3), null);
        }
        done.set(true);
        for (var reader : readers) {
            reader.join();
        }

        assertThat(broken).isFalse();
    }

    private static boolean isWhole(List<Candidate> ranked) {
        return ranked.size() == 5 && ranked.stream().allMatch(candidate -> candidate.similarity() > 0.999);
    }

    private void put(int row, int person, Embedding embedding) {
        for (var index : List.of(withGemm, loop)) {
            index.index(new ReferenceId("r" + row), new PersonId("p" + person), embedding, null);
        }
    }

    private void remove(int row) {
        withGemm.remove(new ReferenceId("r" + row));
        loop.remove(new ReferenceId("r" + row));
    }

    private void assertSame(List<Embedding> queries) {
        assertThat(search(withGemm, queries)).isEqualTo(search(loop, queries));
    }

    private static List<List<Candidate>> search(ModelIndex index, List<Embedding> queries) {
        var batch = new ArrayList<Query>();
        for (var query : queries) {
            // Ignored people, such as deleted ones.
            batch.add(new Query(
                    query, new BestPeople(5, (id, person) -> person.value().endsWith("3") ? null : person)));
        }
        index.search(new Queries(batch));
        return batch.stream().map(query -> query.best().ranked()).toList();
    }

    private Embedding anyone() {
        return TestEmbeddings.anyone(random, DIMENSION);
    }

    /** The same embedding, changed by a few units in the last place. */
    private Embedding perturbed(Embedding face) {
        var values = face.toArray();
        for (var i = 0; i < values.length; i++) {
            values[i] += random.nextInt(-2, 3) * Math.ulp(values[i]);
        }
        return Embedding.ofUnit(values);
    }
}
