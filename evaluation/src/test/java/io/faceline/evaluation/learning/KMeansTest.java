package io.faceline.evaluation.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.face.TestEmbeddings;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KMeansTest {
    @Test
    void centres_areTheDirectionsOfTheGroups() {
        var vectors = new ArrayList<float[]>();
        for (var human = 0; human < 3; human++) {
            for (var photo = 0; photo < 10; photo++) {
                vectors.add(TestEmbeddings.human(human, 0.9 + 0.01 * photo).toArray());
            }
        }

        var centres = KMeans.of(vectors, 3, 7);

        for (var human = 0; human < 3; human++) {
            var own = TestEmbeddings.human(human);
            assertThat(centres).anyMatch(centre -> centre.similarity(own) > 0.9);
        }
        assertThat(KMeans.of(vectors, 3, 7)).isEqualTo(centres);
    }

    @Test
    void emptyClustersStay_moreClustersThanVectors() {
        assertThat(KMeans.of(List.of(TestEmbeddings.human(0).toArray()), 2, 7)).hasSize(2);
    }
}
