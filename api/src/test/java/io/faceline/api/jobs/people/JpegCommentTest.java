package io.faceline.api.jobs.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.Blob;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JpegCommentTest {
    @Test
    void followsTheSegmentsOfTheFormat() {
        var jpeg = HexFormat.of().parseHex("ffd8" + "ffe000040102" + "ffe1000303" + "ffdb000304");

        var commented = JpegComment.add("é", Blob.wrap(jpeg)).toByteArray();

        assertThat(HexFormat.of().formatHex(commented))
                .isEqualTo("ffd8" + "ffe000040102" + "ffe1000303" + "fffe0004c3a9" + "ffdb000304");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ffd8", "ffd8ff", "ffd8ffe0ffff", "ffd8ffe0000401"})
    void isBeforeWhatIsNoSegment(String hex) {
        var commented =
                JpegComment.add("a", Blob.wrap(HexFormat.of().parseHex(hex))).toByteArray();

        assertThat(HexFormat.of().formatHex(commented)).isEqualTo("ffd8fffe000361" + hex.substring(4));
    }
}
