package io.faceline.matcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.serde.Mappers;
import io.faceline.runtime.kafka.FrameIdHeader;
import io.faceline.runtime.kafka.WriteToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

/** The headers of records as commit 3b1ed28 wrote them. All are text, so the golden bytes stand here. */
class GoldenHeadersTest {
    private static final String FRAME_ID = "frame-id=v/1";
    private static final String WRITE = "write=6f1c3e0a-7b52-4d8e-9a41-c0ffee123456/42";

    @Test
    void frameId_isReadAndWritten() {
        var headers = new RecordHeaders();
        FrameIdHeader.put(headers, new FrameId("v/1"));

        assertThat(text(headers)).containsExactly(FRAME_ID);
        assertThat(FrameIdHeader.in(headers(FRAME_ID))).contains("v/1");
    }

    @Test
    void write_isReadAndWritten() {
        var write = new WriteToken("6f1c3e0a-7b52-4d8e-9a41-c0ffee123456", 42);
        var headers = new RecordHeaders();
        write.writeTo(headers);

        assertThat(text(headers)).containsExactly(WRITE);
        assertThat(WriteToken.in(headers(WRITE))).contains(write);
    }

    @Test
    void deadLetter_ofAFrame_saysWhoGaveItUpAndWhy() throws IOException {
        try (var driver = new Driver(GoldenFixtures.SETTINGS, GoldenFixtures.FACTS)) {
            driver.writeBytes(Driver.TOPICS.embeddings(), "anna", unreadableFrame(), headers(FRAME_ID));

            var letters = driver.records(Driver.TOPICS.deadLetters());

            assertThat(letters).hasSize(1);
            assertThat(letters.get(0).value()).isEqualTo(unreadableFrame());
            assertThat(text(letters.get(0).headers()))
                    .containsExactly(
                            FRAME_ID,
                            "stage=matcher",
                            "cause=java.lang.IllegalArgumentException",
                            "message=session id must be 1 to 200 letters, digits or ._:/-, was \"two words\"",
                            "origin-topic=faceline.embeddings",
                            "origin-partition=0",
                            "origin-offset=0");
        }
    }

    @Test
    void deadLetter_ofASharedTopic_saysTheSame() {
        var reference = GoldenFixtures.reference("r8", "eve", GoldenFixtures.human(2));
        var bytes = Driver.TOPICS.gallery().valueSerde().serializer().serialize("", reference);
        try (var driver = new Driver(GoldenFixtures.SETTINGS, GoldenFixtures.FACTS)) {
            driver.writeBytes(Driver.TOPICS.gallery(), "other-key", bytes, headers(WRITE));
            driver.send(GoldenFixtures.probe("p/1", GoldenFixtures.ANNA, GoldenFixtures.human(1)));

            var letters = driver.records(Driver.TOPICS.deadLetters());

            assertThat(letters).hasSize(1);
            assertThat(letters.get(0).value()).isEqualTo(bytes);
            assertThat(text(letters.get(0).headers()))
                    .containsExactly(
                            WRITE,
                            "stage=matcher",
                            "cause=java.lang.IllegalArgumentException",
                            "message=a record of r8 under another key",
                            "origin-topic=faceline.gallery",
                            "origin-partition=0",
                            "origin-offset=0");
        }
    }

    /** A frame of a session that cannot be: one of our own checks refuses it, whose words no library changes. */
    private static byte[] unreadableFrame() throws IOException {
        var probe = GoldenFixtures.probe("v/1", GoldenFixtures.ANNA, GoldenFixtures.human(1));
        var frame = Mappers.CBOR.readTree(Mappers.CBOR.writeValueAsBytes(probe));
        ((ObjectNode) frame.get("facts")).put("session", "two words");
        return Mappers.CBOR.writeValueAsBytes(frame);
    }

    private static Headers headers(String... lines) {
        var headers = new RecordHeaders();
        for (var line : lines) {
            var parts = line.split("=", 2);
            headers.add(parts[0], parts[1].getBytes(StandardCharsets.UTF_8));
        }
        return headers;
    }

    private static List<String> text(Headers headers) {
        return Arrays.stream(headers.toArray())
                .map(header -> header.key() + "=" + new String(header.value(), StandardCharsets.UTF_8))
                .toList();
    }
}
