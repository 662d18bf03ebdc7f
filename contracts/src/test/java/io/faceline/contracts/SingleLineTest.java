package io.faceline.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SingleLineTest {
    @ParameterizedTest
    @ValueSource(ints = {'a', ' ', 'ë', 0x200D, 0x200F, 0x1F469})
    void charactersOfNames_areAllowed(int codePoint) {
        assertThat(SingleLine.allows(codePoint)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, '\n', 0x7F, 0x85, 0x2028, 0x2029, 0x202A, 0x202E, 0x2066, 0x2069, 0xD800})
    void whatBreaksOrTurnsTheLine_isNot(int codePoint) {
        assertThat(SingleLine.allows(codePoint)).isFalse();
    }
}
