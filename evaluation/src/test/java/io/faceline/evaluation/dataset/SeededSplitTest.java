package io.faceline.evaluation.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeededSplitTest {
    /** Ten people with one to ten photos. */
    private static final Map<String, List<Path>> PHOTOS = photos();

    @Test
    void of_someSeed_usesEveryPhotoOnce() {
        var set = SeededSplit.of(PHOTOS, 4, 7);

        assertThat(set.gallery()).hasSize(4).allSatisfy((person, photos) -> assertThat(photos)
                .hasSize(1));
        assertThat(set.probes().keySet()).isEqualTo(set.gallery().keySet());
        assertThat(set.probes()).allSatisfy((person, photos) -> assertThat(photos)
                .isNotEmpty()
                .doesNotContainAnyElementsOf(set.gallery().get(person)));
        assertThat(set.enrolled()).hasSize(4);
        assertThat(set.enrolled().size() + set.searched().size()).isEqualTo(55);
        assertThat(set.searched()).doesNotHaveDuplicates().doesNotContainAnyElementsOf(set.enrolled());
    }

    @Test
    void of_sameSeed_isTheSame() {
        assertThat(SeededSplit.of(PHOTOS, 4, 7)).isEqualTo(SeededSplit.of(new HashMap<>(PHOTOS), 4, 7));
        assertThat(SeededSplit.of(PHOTOS, 4, 7)).isNotEqualTo(SeededSplit.of(PHOTOS, 4, 8));
    }

    @Test
    void of_morePeopleThanHaveTwoPhotos_saysHowManyHave() {
        assertThatThrownBy(() -> SeededSplit.of(PHOTOS, 10, 7))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("10 people")
                .hasMessageContaining("9 have");
        assertThatThrownBy(() -> SeededSplit.of(PHOTOS, 0, 7)).isInstanceOf(EvaluationException.class);
    }

    @Test
    void openSet_probeOfNobodyEnrolled_isNamed() {
        var ada = Map.of("Ada", List.of(Path.of("ada.jpg")));
        var bob = Map.of("Bob", List.of(Path.of("bob.jpg")));

        assertThatThrownBy(() -> OpenSet.of(ada, bob, Map.of()))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("Bob");
        assertThatThrownBy(() -> OpenSet.of(ada, ada, ada))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("Ada");
    }

    private static Map<String, List<Path>> photos() {
        var photos = new HashMap<String, List<Path>>();
        for (var person = 1; person <= 10; person++) {
            var name = "person" + person;
            photos.put(
                    name,
                    IntStream.rangeClosed(1, person)
                            .mapToObj(photo -> Path.of(name, photo + ".jpg"))
                            .toList());
        }
        return photos;
    }
}
