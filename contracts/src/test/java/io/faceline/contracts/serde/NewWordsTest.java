package io.faceline.contracts.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceline.contracts.frame.FailureCode;
import io.faceline.contracts.frame.Frame;
import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.frame.TestFrames;
import io.faceline.contracts.golden.GoldenRecord;
import io.faceline.contracts.golden.SampleRecords;
import io.faceline.contracts.hostile.NewWords;
import io.faceline.contracts.topic.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A word that a newer version added makes no record unreadable: somebody waits for the rest of it. */
class NewWordsTest {
    private static final Topics TOPICS = new Topics("");
    private static final Set<String> OPEN = Set.of("code", "reason", "scope", "decision");
    private static final Set<String> LISTS = Set.of("reasons", "rejections");
    private static final Set<String> TOPICS_OF_FRAMES = Set.of("matches", "embeddings");

    /** Every place of every golden record that has an open word, with its name. */
    static Stream<String> places() {
        return SampleRecords.all().stream().filter(NewWordsTest::isOfAFrame).flatMap(sample -> places(sample).stream()
                .map(place -> sample.file() + " " + place));
    }

    @ParameterizedTest
    @MethodSource("places")
    void recordIsRead_newWordInEachPlace(String place) throws IOException {
        var parts = place.split(" ");

        var read = withWord(sample(parts[0]), parts[1]);

        assertThat(read.toString()).contains("UNKNOWN");
    }

    @Test
    void places_areOfEachKind() {
        assertThat(places().map(place -> place.substring(place.indexOf(' ')).replaceAll("/\\d+", "/n")))
                .contains(
                        " /outcome/code",
                        " /outcome/reason",
                        " /outcome/value/faces/n/identification/decision",
                        " /outcome/value/faces/n/identification/reasons/n",
                        " /outcome/value/faces/n/identification/candidates/n/scope",
                        " /enrollment/rejections/n",
                        " /verification/decision",
                        " /facts/role/scope");
    }

    @Test
    void newRole_isUnknown_andKeepsNothingElse() {
        var bytes = changed("/facts/role", "{\"kind\":\"count\",\"name\":\"Ada\"}");

        var role = read(bytes).facts().role();

        assertThat(role).isEqualTo(new Role.Unknown("count"));
        assertThat(role.isKnown()).isFalse();
        assertThat(read(write(read(bytes))).facts().role()).isEqualTo(role);
        assertThat(new String(write(read(bytes)), StandardCharsets.ISO_8859_1)).doesNotContain("Ada");
    }

    @Test
    void enrollmentIntoANewScope_isNotKnown() {
        var enrollment =
                "{\"kind\":\"enrollment\",\"person\":\"p\",\"name\":\"Ada\",\"scope\":\"group\",\"allowLookalike\":false}";

        assertThat(read(changed("/facts/role", enrollment)).facts().role().isKnown())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\":\"stored\",\"value\":{\"url\":\"https://example.org\"},\"reason\":[],\"code\":7}",
                "{\"value\":{\"url\":\"https://example.org\"},\"kind\":\"stored\"}",
                "{\"kind\":\"postponed\"}"
            })
    void newOutcome_isAFailure(String outcome) {
        assertThat(read(changed("/image", outcome)).image())
                .isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(failed.code())
                        .isEqualTo(FailureCode.UNKNOWN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"value\":\"AQID\",\"kind\":\"made\"}",
                "{\"kind\":\"made\",\"until\":[{\"a\":1}],\"value\":\"AQID\",\"code\":{}}"
            })
    void outcome_isRead_anyOrderAndOtherFields(String outcome) {
        assertThat(read(changed("/image", outcome)).image()).isEqualTo(TestFrames.IMAGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"AQID\"",
                "[]",
                "7",
                "null",
                "{}",
                "{\"kind\":null}",
                "{\"kind\":7}",
                "{\"kind\":\"made\"}",
                "{\"kind\":\"made\",\"value\":null}",
                "{\"kind\":\"made\",\"value\":{}}",
                "{\"kind\":\"dropped\"}",
                "{\"kind\":\"dropped\",\"reason\":7}",
                "{\"kind\":\"failed\",\"code\":\"TIMEOUT\"}",
                "{\"kind\":\"failed\",\"message\":\"x\"}"
            })
    void outcomeIsRefused_noOutcome(String outcome) {
        assertThatThrownBy(() -> read(changed("/image", outcome))).isInstanceOf(SerializationException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"probe\"",
                "[]",
                "null",
                "{}",
                "{\"kind\":null}",
                "{\"kind\":7}",
                "{\"kind\":\"\"}",
                "{\"kind\":\"two words\"}",
                "{\"kind\":\"verify-frame\"}",
                "{\"kind\":\"unknown\"}"
            })
    void roleIsRefused_noRole(String role) {
        assertThatThrownBy(() -> read(changed("/facts/role", role))).isInstanceOf(SerializationException.class);
    }

    private static boolean isOfAFrame(GoldenRecord<?> sample) {
        return TOPICS_OF_FRAMES.contains(sample.folder());
    }

    private static GoldenRecord<?> sample(String file) {
        return SampleRecords.all().stream()
                .filter(sample -> sample.file().equals(file))
                .findFirst()
                .orElseThrow();
    }

    private static <V> V withWord(GoldenRecord<V> sample, String place) throws IOException {
        var mapper = sample.format().equals("json") ? Mappers.JSON : Mappers.CBOR;
        var tree = mapper.readTree(sample.serialize());
        NewWords.replace(tree, place, mapper.getNodeFactory().textNode("WORD_OF_TOMORROW"));
        return sample.deserialize(mapper.writeValueAsBytes(tree));
    }

    private static List<String> places(GoldenRecord<?> sample) {
        try {
            var mapper = sample.format().equals("json") ? Mappers.JSON : Mappers.CBOR;
            var found = new ArrayList<String>();
            collect(mapper.readTree(sample.serialize()), "", found);
            return found;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void collect(JsonNode tree, String place, List<String> found) {
        for (var field : tree.properties()) {
            var inside = place + "/" + field.getKey();
            if (OPEN.contains(field.getKey()) && field.getValue().isTextual()) {
                found.add(inside);
            }
            if (LISTS.contains(field.getKey()) && !field.getValue().isEmpty()) {
                found.add(inside + "/0");
            }
            collect(field.getValue(), inside, found);
        }
        for (var i = 0; tree.isArray() && i < tree.size(); i++) {
            collect(tree.get(i), place + "/" + i, found);
        }
    }

    private static byte[] changed(String place, String json) {
        return NewWords.in(TOPICS.frames(Lane.LIVE), TestFrames.frame(1), place, json);
    }

    private static Frame read(byte[] bytes) {
        return RecordSerde.cbor(Frame.class).deserializer().deserialize("", bytes);
    }

    private static byte[] write(Frame frame) {
        return RecordSerde.cbor(Frame.class).serializer().serialize("", frame);
    }
}
