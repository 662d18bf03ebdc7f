package io.faceline.matcher.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.face.Embedding;
import io.faceline.contracts.face.TestEmbeddings;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.identity.Scope;
import io.faceline.matcher.vector.DotProduct;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What all {@link Vectors} must do. */
abstract class VectorsContract {
    private static final int DIMENSION = 37;
    private static final int ROWS = 100;

    private final Random random = new Random(3);
    private final List<Embedding> rows =
            Stream.generate(this::anyone).limit(ROWS).toList();
    private Vectors vectors;

    /** Room for so many rows. */
    abstract Vectors vectors(int dimension, int capacity);

    private Embedding anyone() {
        return TestEmbeddings.anyone(random, DIMENSION);
    }

    @BeforeEach
    void fill() {
        vectors = vectors(DIMENSION, ROWS);
        for (var row = 0; row < ROWS; row++) {
            vectors.setRow(row, rows.get(row).toArray());
        }
    }

    @Test
    void row_isACopyOfWhatWasPut() {
        var vector = rows.get(7).toArray();
        vectors.setRow(8, vector);

        vector[0] = 9;
        vectors.row(8)[0] = 9;

        assertThat(vectors.row(8)).isEqualTo(rows.get(7).toArray());
        assertThat(vectors.row(9)).isEqualTo(rows.get(9).toArray());
    }

    @Test
    void search_offersAllRowsInTheirOrder_withTheSimilarityOfTheDotProduct() {
        var face = anyone();

        var offers = search(ROWS, everybody(face));

        assertThat(offers)
                .isEqualTo(IntStream.range(0, ROWS)
                        .mapToObj(row -> offer(face, row))
                        .toList());
    }

    @Test
    void search_looksAtTheFirstRowsAlone() {
        assertThat(search(5, everybody(anyone()))).extracting(Offer::row).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void search_offersWhatIsAboveTheFloorOfThatMoment() {
        var face = anyone();
        var best = Float.NEGATIVE_INFINITY;
        var expected = new ArrayList<Offer>();
        for (var row = 0; row < ROWS; row++) {
            var offer = offer(face, row);
            if (offer.similarity() > best) {
                best = offer.similarity();
                expected.add(offer);
            }
        }

        var offers = search(ROWS, new Query(face, new BestPeople(1, (reference, person) -> person)));

        assertThat(offers).isEqualTo(expected);
    }

    @Test
    void search_forSeveral_offersToEachWhatIsItsOwn() {
        var queries = Stream.generate(() -> everybody(anyone())).limit(9).toList();

        vectors.search(new Queries(queries), ROWS, VectorsContract::keep);

        assertThat(queries)
                .allSatisfy(query -> assertThat(query.best().ranked().get(0).similarity())
                        .isEqualTo(IntStream.range(0, ROWS)
                                .mapToObj(row -> offer(query.embedding(), row))
                                .mapToDouble(Offer::similarity)
                                .max()
                                .orElseThrow()));
    }

    private record Offer(int row, float similarity) {}

    private Offer offer(Embedding face, int row) {
        return new Offer(row, DotProduct.of(face.toArray(), rows.get(row).toArray(), 0));
    }

    /** A search to which nobody is too unlike. */
    private static Query everybody(Embedding face) {
        return new Query(face, new BestPeople(ROWS + 1, (reference, person) -> person));
    }

    private List<Offer> search(int count, Query query) {
        var offers = new ArrayList<Offer>();
        vectors.search(new Queries(List.of(query)), count, (best, row, similarity) -> {
            offers.add(new Offer(row, similarity));
            keep(best, row, similarity);
        });
        return offers;
    }

    private static void keep(BestPeople best, int row, float similarity) {
        best.offer(new ReferenceId("r" + row), new PersonId("p" + row), Scope.SHARED, similarity, null);
    }
}
