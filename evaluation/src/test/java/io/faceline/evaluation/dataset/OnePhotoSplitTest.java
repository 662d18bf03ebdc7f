package io.faceline.evaluation.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OnePhotoSplitTest {
    private static final Map<String, List<Path>> PHOTOS = Map.of(
            "Ada", List.of(Path.of("ada-1"), Path.of("ada-2")),
            "Bob", List.of(Path.of("bob")),
            "Eve", List.of(Path.of("eve")));

    @Test
    void of_peopleWithOnePhoto_areEnrolledAsWell() {
        var set = OnePhotoSplit.of(PHOTOS, 2, new Random(1));

        assertThat(set.gallery())
                .hasSize(2)
                .allSatisfy((person, photos) -> assertThat(photos).hasSize(1).isSubsetOf(PHOTOS.get(person)));
        assertThat(set.searched()).hasSize(2).doesNotContainAnyElementsOf(set.enrolled());
        assertThat(OnePhotoSplit.of(PHOTOS, 2, new Random(1))).isEqualTo(set);
    }

    @Test
    void of_everybody_isRefused() {
        assertThatThrownBy(() -> OnePhotoSplit.of(PHOTOS, 3, new Random(1)))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("3 of 3 people leave no strangers");
    }
}
