package io.faceline.evaluation.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TemplateSplitTest {
    private static final int HELD = 3;

    private final Map<String, List<Path>> photos = new TreeMap<>();

    /** Two people with five photos, one with three, and three with one. */
    TemplateSplitTest() {
        add("Ada", 5);
        add("Bob", 5);
        add("Cid", 3);
        add("Dan", 1);
        add("Eve", 1);
        add("Fay", 1);
    }

    @Test
    void of_peopleWithEnoughPhotos_areAllEnrolled_andOthersWithOne() {
        var split = TemplateSplit.of(photos, 4, HELD, new Random(1));

        assertThat(split.several()).containsOnlyKeys("Ada", "Bob");
        assertThat(split.single()).hasSize(2).allSatisfy((person, one) -> assertThat(one)
                .hasSize(1));
        assertThat(split.strangers()).allSatisfy(photo -> assertThat(split.several())
                .doesNotContainKey(photo.getParent().toString()));
    }

    @Test
    void set_anyNumberOfPhotos_searchesTheSame() {
        var split = TemplateSplit.of(photos, 4, HELD, new Random(1));

        assertThat(split.set(1).probes()).isEqualTo(split.set(3).probes());
        assertThat(split.set(1).gallery().get("Ada")).hasSize(1);
        assertThat(split.set(3).gallery().get("Ada")).hasSize(3);
        assertThat(split.set(3).probes().get("Ada"))
                .hasSize(2)
                .doesNotContainAnyElementsOf(split.set(3).gallery().get("Ada"));
    }

    @Test
    void of_moreThanTheGalleryHolds_areStrangers() {
        var split = TemplateSplit.of(photos, 1, HELD, new Random(1));

        assertThat(split.several()).hasSize(1);
        assertThat(split.single()).isEmpty();
        assertThat(split.strangers()).hasSize(5 + 3 + 3);
    }

    @Test
    void poor_isAboutTheShare() {
        var many = new TreeMap<String, List<Path>>();
        IntStream.range(0, 500).forEach(person -> many.put("p" + person, paths("p" + person, 4)));

        var split = TemplateSplit.of(many, 400, HELD, new Random(1));

        assertThat((double) split.poor().size() / (4 * 400)).isBetween(0.36, 0.44);
    }

    private void add(String person, int count) {
        photos.put(person, paths(person, count));
    }

    private static List<Path> paths(String person, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Path.of(person, i + ".jpg"))
                .toList();
    }
}
