package io.faceline.benchmarks.generations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PeopleSplitTest {
    /** P1 to P60 with as many photos. */
    private static final Map<String, List<Path>> PHOTOS = photos();

    @Test
    void of_somePeople_takesThoseWithTheMostPhotos() {
        var split = PeopleSplit.of(PHOTOS, 3, 1);

        assertThat(split.train()).containsOnlyKeys("P58", "P59", "P60");
        assertThat(split.test().get("P60")).hasSize(10);
        assertThat(split.train().get("P60")).hasSize(40);
        assertThat(split.strangers()).hasSize(57);
    }

    @Test
    void of_anyPerson_neverTestsWithATrainedPhoto() {
        var split = PeopleSplit.of(PHOTOS, 50, 1);

        assertThat(split.train()).allSatisfy((person, photos) -> assertThat(photos)
                .isNotEmpty()
                .doesNotContainAnyElementsOf(split.test().get(person)));
        assertThat(split.test())
                .allSatisfy((person, photos) -> assertThat(photos).isNotEmpty());
        var enrolled = new ArrayList<Path>();
        split.train().values().forEach(enrolled::addAll);
        assertThat(split.strangers()).doesNotContainAnyElementsOf(enrolled);
    }

    @Test
    void of_sameSeed_isTheSame() {
        assertThat(PeopleSplit.of(PHOTOS, 20, 3)).isEqualTo(PeopleSplit.of(PHOTOS, 20, 3));
        assertThat(PeopleSplit.of(PHOTOS, 20, 3)).isNotEqualTo(PeopleSplit.of(PHOTOS, 20, 4));
    }

    @Test
    void of_morePeopleThanHaveTwoPhotos_isRefused() {
        assertThatThrownBy(() -> PeopleSplit.of(PHOTOS, 60, 1)).hasMessageContaining("fewer than 60 people");
    }

    private static Map<String, List<Path>> photos() {
        var photos = new TreeMap<String, List<Path>>();
        IntStream.rangeClosed(1, 60)
                .forEach(count -> photos.put(
                        "P" + count,
                        IntStream.range(0, count)
                                .mapToObj(photo -> Path.of("P" + count, photo + ".jpg"))
                                .toList()));
        return photos;
    }
}
