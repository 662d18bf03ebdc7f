package io.faceline.api.matches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceline.runtime.http.ProblemException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    @Test
    void idIsReadBack_afterRecordsPassed() {
        var cursor = new Cursor(Map.of(1, 0L, 0, 7L));

        cursor.advance(1, 41);

        assertThat(cursor.id()).isEqualTo("0:7,1:42");
        assertThat(Cursor.parse(cursor.id())).isEqualTo(Map.of(0, 7L, 1, 42L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "0:", ":1", "0:-1", "0:1,", "0:1234567890123456789", "0:1\n1:2", "a:b"})
    void whatIsNoId_isRefused(String id) {
        assertThatThrownBy(() -> Cursor.parse(id))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.code()).isEqualTo("BAD_REQUEST"));
    }
}
