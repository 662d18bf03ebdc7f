package io.faceline.matcher;

import static io.faceline.contracts.face.TestEmbeddings.human;
import static io.faceline.matcher.MatcherFixtures.ANNA;
import static io.faceline.matcher.MatcherFixtures.probe;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.change.Change;
import io.faceline.contracts.topic.Topic;
import io.faceline.runtime.kafka.CloudEvent;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

/** What a sender writes into headers for its own purposes is in the answer. */
class ForeignHeadersTest {
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void foreignHeadersReachMatches_oursAreSetAnew() {
        var headers = new RecordHeaders();
        headers.add("traceparent", bytes(TRACE));
        headers.add("tracestate", bytes("a=1"));
        headers.add("baggage", bytes("site=north"));
        headers.add("ce_type", null);
        headers.add("ce_dataschema", bytes("forged"));
        headers.add("content-type", bytes("image/jpeg"));
        for (var ours : List.of("frame-id", "write", "written", "answered", "stage", "cause", "message")) {
            headers.add(ours, bytes("forged"));
        }
        var frame = probe("p/1", ANNA, human(1));

        var answers = answersTo(Driver.TOPICS.embeddings(), frame, headers, Driver.TOPICS.matches());

        assertThat(text(answers.get(0)))
                .startsWith("traceparent=" + TRACE, "tracestate=a=1", "baggage=site=north", "frame-id=p/1")
                .contains("ce_id=p/1", "ce_type=io.faceline.match.v1", "content-type=application/json")
                .hasSize(4 + CloudEvent.ATTRIBUTES);
        assertThat(text(answers.get(1)))
                .as("the next answer")
                .startsWith("frame-id=p/2", "ce_specversion=1.0", "ce_id=p/2")
                .hasSize(1 + CloudEvent.ATTRIBUTES);
    }

    @Test
    void foreignHeadersReachChangeAnswers() {
        var headers = new RecordHeaders().add("traceparent", bytes(TRACE));
        try (var driver = new Driver(MatcherFixtures.SETTINGS)) {
            driver.writeBytes(
                    Driver.TOPICS.changes(),
                    ANNA.value(),
                    written(Driver.TOPICS.changes(), new Change.KeepAlive("c1", ANNA)),
                    headers);

            assertThat(text(driver.records(Driver.TOPICS.changeAnswers()).get(0).headers()))
                    .contains("traceparent=" + TRACE);
        }
    }

    @Test
    void headersAreLimited_numberAndBytes() {
        var many = new RecordHeaders();
        for (var i = 0; i < 40; i++) {
            many.add("h" + i, bytes("x"));
        }
        var large = new RecordHeaders().add("a", bytes("x".repeat(5000))).add("b", bytes("x".repeat(5000)));

        assertThat(ForeignHeaders.of(many).toArray()).hasSize(ForeignHeaders.MAX_HEADERS);
        assertThat(ForeignHeaders.of(large).toArray()).extracting(Header::key).containsExactly("a");
    }

    private static <V, A> List<Headers> answersTo(Topic<V> topic, V record, Headers headers, Topic<A> answers) {
        try (var driver = new Driver(MatcherFixtures.SETTINGS)) {
            driver.writeBytes(topic, ANNA.value(), written(topic, record), headers);
            driver.send(probe("p/2", ANNA, human(1)));
            return driver.records(answers).stream()
                    .map(answer -> answer.headers())
                    .toList();
        }
    }

    private static <V> byte[] written(Topic<V> topic, V record) {
        return topic.valueSerde().serializer().serialize("", record);
    }

    private static List<String> text(Headers headers) {
        return Arrays.stream(headers.toArray())
                .map(header -> header.key() + "=" + (header.value() == null ? null : new String(header.value(), UTF_8)))
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
