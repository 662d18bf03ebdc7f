package io.faceline.ingest.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceline.runtime.http.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {
    @ParameterizedTest
    @CsvSource({
        "bytes=0-9, 0, 9",
        "bytes=90-, 90, 99",
        "bytes=-10, 90, 99",
        "bytes=50-1000, 50, 99",
        "bytes=-1000, 0, 99"
    })
    void oneRange_isThatPart(String header, long first, long last) {
        assertThat(ByteRange.of(header, 100)).contains(new ByteRange(first, last));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bytes=-", "bytes=0-1,5-6", "lines=1-2", "bytes=a-b", "bytes=99999999999999999999-"})
    void whatIsNotOneRange_isAll(String header) {
        assertThat(ByteRange.of(header, 100)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=100-", "bytes=9-1", "bytes=-0"})
    void rangeWithNothingInIt_isRefused(String header) {
        assertThatThrownBy(() -> ByteRange.of(header, 100)).isInstanceOf(ProblemException.class);
    }

    @Test
    void length_countsBothEnds() {
        assertThat(new ByteRange(100, 199).length()).isEqualTo(100);
    }
}
