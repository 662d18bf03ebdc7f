package io.faceline.systemtests.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.faceline.contracts.frame.Frame;
import io.faceline.contracts.golden.GoldenFiles;
import io.faceline.contracts.golden.GoldenRecord;
import io.faceline.contracts.golden.SampleRecords;
import io.faceline.contracts.hostile.NewWords;
import io.faceline.contracts.schema.JsonSchemas;
import io.faceline.contracts.serde.Mappers;
import io.faceline.contracts.serde.RecordSerde;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema of frames and the serde agree on what a frame is. */
class FrameSchemaTest {
    private static final String CAMERA_FRAME = "/$defs/cameraFrame";

    private static Schema frames;
    private static Schema cameraFrames;

    @BeforeAll
    static void readSchema() throws IOException {
        var text = JsonSchemas.ofFrames();
        var registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of("urn:faceline:frames", text)));
        frames = registry.getSchema(SchemaLocation.of("urn:faceline:frames"));
        cameraFrames = registry.getSchema(SchemaLocation.of("urn:faceline:frames#" + CAMERA_FRAME));
    }

    static Stream<GoldenRecord<?>> goldenFrames() {
        return SampleRecords.all().stream().filter(sample -> sample.folder().startsWith("frames."));
    }

    @ParameterizedTest
    @MethodSource("goldenFrames")
    void goldenFrame_isValid(GoldenRecord<?> golden) throws IOException {
        assertThat(errors(frames, tree(golden))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "/facts/id; \"two words\"",
                "/facts/id; null",
                "/facts/session; \"\"",
                "/facts/session; {}",
                "/facts/role; \"probe\"",
                "/facts/role; {}",
                "/facts/role; {\"kind\":\"two words\"}",
                "/facts/role; {\"kind\":\"verify-frame\"}",
                "/facts/role; {\"kind\":\"verify-person\"}",
                "/facts/role; {\"kind\":\"enrollment\",\"person\":\"p\",\"name\":\"Ada\",\"scope\":\"session\"}",
                "/facts/role; {\"kind\":\"enrollment\",\"person\":\"p\",\"name\":\"Ada\",\"scope\":\"shared\",\"allowLookalike\":true}",
                "/facts/role; {\"kind\":\"enrollment\",\"person\":\"p\",\"name\":\"\",\"scope\":\"session\",\"allowLookalike\":true}",
                "/facts/role; {\"kind\":\"enrollment\",\"person\":\"p\",\"name\":null,\"scope\":\"session\",\"allowLookalike\":true}",
                "/facts/role; {\"kind\":\"enrollment\",\"person\":\"p\",\"scope\":\"session\",\"allowLookalike\":true}",
                "/facts/role; {\"kind\":\"unknown\"}",
                "/facts/source; \"\"",
                "/facts/sequence; -1",
                "/facts/sequence; null",
                "/facts/capturedAt; 1795937307913",
                "/facts/capturedAt; \"yesterday\"",
                "/facts/capturedAt; null",
                "/facts/position; -1",
                "/facts/position; \"NaN\"",
                "/facts/minGalleryVersion; null",
                "/facts/minGalleryVersion; -2",
                "/facts/options; {}",
                "/facts/options; {\"ignored\":[{}]}",
                "/facts/options; {\"ignored\":[],\"smallestFace\":0}",
                "/facts/options; {\"ignored\":[],\"matchThreshold\":1.5}",
                "/image; \"/9j/\"",
                "/image; {\"value\":\"/9j/\"}",
                "/image; {\"kind\":\"made\"}",
                "/image; {\"kind\":\"made\",\"value\":null}",
                "/image; {\"kind\":\"dropped\"}",
                "/image; {\"kind\":\"failed\",\"code\":\"TIMEOUT\"}",
                "/facts; null",
                "/image; null"
            })
    void badFrame_isRefusedByBoth(String place, String json) throws IOException {
        assertBoth(false, changed(place, json));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "/facts/role; {\"kind\":\"count\",\"of\":[1]}",
                "/facts/role; {\"kind\":\"unknown\",\"word\":\"count\"}",
                "/facts/capturedAt; 1795937307.913",
                "/facts/capturedAt; \"2026-11-29T08:28:42+01:00\"",
                "/facts/position; null",
                "/facts/options; null",
                "/facts/options; {\"ignored\":[]}",
                "/facts/tenant; \"acme\"",
                "/image; {\"kind\":\"stored\",\"url\":\"https://example.org\"}",
                "/image; {\"kind\":\"dropped\",\"reason\":\"MOTION_GATE\"}"
            })
    void frameIsAcceptedByBoth_openWordsAndForms(String place, String json) throws IOException {
        assertBoth(true, changed(place, json));
    }

    @Test
    void framesOfOthers_areNoCameraFrames() throws IOException {
        for (var sample : goldenFrames().toList()) {
            var isOfACamera = sample.folder().equals("frames.camera");

            assertThat(errors(cameraFrames, tree(sample)).isEmpty())
                    .as(sample.file())
                    .isEqualTo(isOfACamera);
        }
    }

    private static void assertBoth(boolean accept, JsonNode frame) throws IOException {
        var errors = errors(frames, frame);
        assertThat(errors.isEmpty()).as("the schema accepts it: %s", errors).isEqualTo(accept);
        assertThat(isReadable(frame)).as("the serde accepts it").isEqualTo(accept);
    }

    private static JsonNode changed(String place, String json) throws IOException {
        var probe = goldenFrames()
                .filter(sample -> sample.file().equals("frames.camera/probe.cbor"))
                .findFirst()
                .orElseThrow();
        var tree = tree(probe);
        NewWords.replace(tree, place, Mappers.JSON.readTree(json));
        return tree;
    }

    private static JsonNode tree(GoldenRecord<?> golden) throws IOException {
        return Mappers.CBOR.readTree(new GoldenFiles("io/faceline/contracts/golden").read(golden));
    }

    private static boolean isReadable(JsonNode tree) throws IOException {
        try {
            return RecordSerde.cbor(Frame.class).deserializer().deserialize("", Mappers.CBOR.writeValueAsBytes(tree))
                    != null;
        } catch (SerializationException e) {
            return false;
        }
    }

    private static List<?> errors(Schema schema, JsonNode tree) {
        return schema.validate(
                tree.toString(),
                InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }
}
