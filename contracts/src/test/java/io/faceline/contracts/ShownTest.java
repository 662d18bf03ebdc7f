package io.faceline.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShownTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "a.jpg", "Zoë 王小明 👩‍🚀", "عائشة", "a\\b \\u001b", "50 %s"})
    void ordinaryText_isShownAsItIs(String text) {
        assertThat(Shown.of(text)).isEqualTo(text);
    }

    @Test
    void whatControlsTheTerminal_isEscaped() {
        assertThat(Shown.of(Path.of("a\u001b]0;T\u0007\u001b[2K\nmatch Ada.jpg")))
                .isEqualTo("a\\u001b]0;T\\u0007\\u001b[2K\\u000amatch Ada.jpg");
        assertThat(Shown.of("c1 \u009b2J\u0085")).isEqualTo("c1 \\u009b2J\\u0085");
        assertThat(Shown.of("bidi \u202egpj.exe\u2066")).isEqualTo("bidi \\u202egpj.exe\\u2066");
        assertThat(Shown.of("lines\r\u2028\u2029\t\u007f")).isEqualTo("lines\\u000d\\u2028\\u2029\\u0009\\u007f");
        assertThat(Shown.of("half \ud800")).isEqualTo("half \\ud800");
    }

    @Test
    void lineOfJson_keepsItsMeaning() throws Exception {
        var mapper = new ObjectMapper();
        var values = Map.of("file", "a\u202e\u009b\u2028\u007f\\u001b\u001b\n\"");

        var line = Shown.of(mapper.writeValueAsString(values));

        assertThat(line.codePoints()).allMatch(SingleLine::allows);
        assertThat(mapper.readTree(line)).isEqualTo(mapper.valueToTree(values));
    }
}
