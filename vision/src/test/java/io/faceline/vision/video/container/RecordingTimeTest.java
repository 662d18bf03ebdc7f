package io.faceline.vision.video.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingTimeTest {
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2013-09-18T10:20:30.000000Z, 2013-09-18T10:20:30Z",
        "2013-09-18T10:20:30Z, 2013-09-18T10:20:30Z",
        "2013-09-18T12:20:30+0200, 2013-09-18T10:20:30Z",
        "2013-09-18T12:20:30+02:00, 2013-09-18T10:20:30Z"
    })
    void time_isRead_inTheFormsOfContainers(String text, Instant time) {
        assertThat(RecordingTime.parse(text, NOW)).contains(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1904-01-01T00:00:00.000000Z",
                "1970-01-01T00:00:00Z",
                "2036-01-01T00:00:00Z",
                "2013-09-18T10:20:30",
                "yesterday",
                ""
            })
    void timeThatCannotBe_isNone(String text) {
        assertThat(RecordingTime.parse(text, NOW)).isEmpty();
    }

    @Test
    void clockThatIsAheadByADay_isBelieved() {
        assertThat(RecordingTime.parse("2026-06-01T20:00:00Z", NOW)).isPresent();
    }
}
