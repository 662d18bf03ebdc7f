package io.faceline.contracts.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.identity.Scope;
import io.faceline.contracts.serde.Mappers;
import io.faceline.contracts.serde.RecordSerde;
import java.io.IOException;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What anyone may write as the facts of a frame is checked before a stage works on it. */
class FrameFactsTest {
    private static final RecordSerde<FrameFacts> SERDE = RecordSerde.cbor(FrameFacts.class);

    @Test
    void longestFrameId_makesAValidReferenceId() {
        var longest = new FrameId("x".repeat(FrameId.MAX_LENGTH));

        assertThatCode(() -> ReferenceId.of(longest, 999_999)).doesNotThrowAnyException();
        assertThatThrownBy(() -> new FrameId("x".repeat(FrameId.MAX_LENGTH + 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void longReferenceId_hasOneByEachModel() {
        var photo = new ReferenceId("x".repeat(200));

        var byLongModel = photo.byModel("m".repeat(200));

        assertThat(byLongModel.isMadeOf(photo)).isTrue();
        assertThat(byLongModel).isNotEqualTo(photo.byModel("n".repeat(200)));
        assertThat(photo.byModel("model@1").isMadeOf(photo)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -1})
    void positionIsRefused_notFiniteOrNegative(double position) {
        var facts = TestFrames.facts().position(position);

        assertThatThrownBy(facts::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("position");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1795937307913", "1e18", "-1e18", "NaN", "1e300", "-1", "\"\"", "[]", "true"})
    void capturedAtIsRefused_milliseconds_orNoTime(String number) {
        assertThatThrownBy(() -> withCapturedAt(number)).isInstanceOf(SerializationException.class);
    }

    @Test
    void refusal_saysSecondsNotMilliseconds() {
        assertThatThrownBy(() -> withCapturedAt("1795937307913"))
                .rootCause()
                .hasMessageContaining("ISO 8601 text or seconds, not milliseconds");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1795937307.913", "\"2026-11-29T07:28:42.713Z\""})
    void capturedAtIsAccepted_secondsOrText(String time) throws IOException {
        assertThat(withCapturedAt(time).capturedAt()).isAfter(TestFrames.NOW);
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 5000})
    void nameIsRefused_tooLong(int length) {
        assertThatThrownBy(() -> new Role.Enrollment(new PersonId("p"), "n".repeat(length), Scope.SESSION, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a name has at most 200 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb", "\u202eabc", "a\u001b[2J"})
    void nameIsRefused_noVisibleLine(String name) {
        assertThatThrownBy(() -> new Role.Enrollment(new PersonId("p"), name, Scope.SESSION, false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void minGalleryVersionIsRefused_belowThatOfAnyGallery() {
        ObjectNode tree = Mappers.CBOR.valueToTree(TestFrames.facts(0));
        tree.put("minGalleryVersion", -2);

        assertThatThrownBy(() -> SERDE.deserializer().deserialize("topic", Mappers.CBOR.writeValueAsBytes(tree)))
                .hasStackTraceContaining("minGalleryVersion must be -1 or more, was -2");
    }

    private static FrameFacts withCapturedAt(String json) throws IOException {
        ObjectNode tree = Mappers.CBOR.valueToTree(TestFrames.facts(0));
        tree.set("capturedAt", value(json));
        return SERDE.deserializer().deserialize("topic", Mappers.CBOR.writeValueAsBytes(tree));
    }

    private static com.fasterxml.jackson.databind.JsonNode value(String json) throws IOException {
        return "NaN".equals(json) ? Mappers.JSON.getNodeFactory().numberNode(Double.NaN) : Mappers.JSON.readTree(json);
    }
}
