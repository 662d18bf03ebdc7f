package io.faceline.matcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.change.Change;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.golden.GoldenContract;
import io.faceline.contracts.golden.GoldenFiles;
import io.faceline.contracts.golden.GoldenRecord;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.topic.Topic;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;

/** What lies in the changelogs of those who run faceline, written by this version or an older one, can be restored. */
class GoldenStoresTest extends GoldenContract {
    private static final GoldenFiles FILES = new GoldenFiles("io/faceline/matcher/golden");

    GoldenStoresTest() {
        super(FILES);
    }

    @Override
    protected List<GoldenRecord<?>> all() {
        return SampleStores.all();
    }

    @Override
    protected List<GoldenRecord<?>> stillWritten() {
        return SampleStores.all();
    }

    @Test
    void everyStoreWithAChangelog_hasGoldenBytes() {
        var golden = all().stream()
                .filter(entry -> entry.value() != null)
                .map(GoldenRecord::folder)
                .collect(Collectors.toSet());

        assertThat(golden).isEqualTo(storesOfTasks());
    }

    /** The samples name their keys and serdes themselves; this is what the topology writes. */
    @Test
    void changelogs_holdTheGoldenKeysAndBytes() throws IOException {
        try (var driver = new Driver(GoldenFixtures.SETTINGS, GoldenFixtures.FACTS)) {
            var first = GoldenFixtures.facts("v/1", GoldenFixtures.ANNA, new Role.VerifyFrame(new FrameId("v/2")));
            driver.send(GoldenFixtures.enrollment("e/1", GoldenFixtures.ANNA, "ada", GoldenFixtures.human(1)));
            driver.send(GoldenFixtures.frame(first, GoldenFixtures.embedded(GoldenFixtures.human(1))));
            driver.answer(new Change.EndSession("c", GoldenFixtures.ANNA));

            for (var golden : List.of(SampleStores.ENROLLED, SampleStores.WAITING)) {
                var written = driver.records(changelog(golden.folder()));
                assertThat(written).extracting(TestRecord::key).containsExactly(golden.key(), golden.key());
                assertThat(written).extracting(TestRecord::value).containsExactly(FILES.read(golden), null);
            }
            var seen = driver.records(changelog(SampleStores.SEEN.folder()));
            assertThat(seen)
                    .extracting(TestRecord::key)
                    .containsExactly(SampleStores.SEEN.key(), SampleStores.MARKED.key(), SampleStores.SEEN.key());
            assertThat(seen)
                    .extracting(TestRecord::value)
                    .containsExactly(FILES.read(SampleStores.SEEN), FILES.read(SampleStores.MARKED), null);
        }
    }

    private static Topic<byte[]> changelog(String store) {
        return new Topic<>("matcher-test-" + store + "-changelog", Serdes.ByteArray(), Topic.Spread.SESSION, Map.of());
    }

    /** The changelog of a global store is its topic. */
    private static Set<String> storesOfTasks() {
        return MatcherTopology.build(
                        Driver.TOPICS,
                        List.of(GoldenFixtures.FACTS),
                        GoldenFixtures.SETTINGS,
                        new MatcherMetrics(),
                        (people, gallery) -> {})
                .describe()
                .subtopologies()
                .stream()
                .flatMap(part -> part.nodes().stream())
                .filter(TopologyDescription.Processor.class::isInstance)
                .map(TopologyDescription.Processor.class::cast)
                .flatMap(processor -> processor.stores().stream())
                .collect(Collectors.toSet());
    }
}
