package io.faceline.contracts.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.topic.Topic;
import io.faceline.contracts.topic.Topics;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What lies in the topics of those who run faceline, written by this version or an older one, can be read. */
class GoldenRecordsTest extends GoldenContract {
    GoldenRecordsTest() {
        super(new GoldenFiles("io/faceline/contracts/golden"));
    }

    @Override
    protected List<GoldenRecord<?>> all() {
        return SampleRecords.all();
    }

    @Override
    protected List<GoldenRecord<?>> stillWritten() {
        return SampleRecords.all().stream()
                .filter(record -> !record.name().startsWith("by-cbor"))
                .toList();
    }

    @Test
    void everyTopic_hasGoldenBytes() {
        var topics = new Topics("").all().stream().map(Topic::name).collect(Collectors.toSet());

        var golden = all().stream()
                .filter(record -> record.value() != null)
                .map(GoldenRecord::folder)
                .collect(Collectors.toSet());

        assertThat(golden).isEqualTo(topics);
    }
}
