package io.faceline.systemtests.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.faceline.contracts.golden.GoldenRecord;
import io.faceline.contracts.golden.SampleRecords;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/reference/tracks.schema.json describes every track. */
class TrackSchemaTest {
    private static Schema tracks;

    @BeforeAll
    static void readSchema() throws IOException {
        tracks = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(
                        Path.of(System.getProperty("faceline.root"), "docs/reference/tracks.schema.json")));
    }

    static Stream<GoldenRecord<?>> goldenTracks() {
        return SampleRecords.all().stream().filter(sample -> sample.folder().equals("tracks"));
    }

    @ParameterizedTest
    @MethodSource("goldenTracks")
    void goldenTrack_isValid(GoldenRecord<?> golden) {
        var text = new String(golden.serialize(), StandardCharsets.UTF_8);

        assertThat(tracks.validate(text, InputFormat.JSON)).as(text).isEmpty();
    }
}
