package io.faceline.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.cli.CommandLineRun;
import io.faceline.contracts.SingleLine;
import io.faceline.contracts.serde.Mappers;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** No name of a file or person controls the terminal, or forges a line of results. */
class HostileNamesTest {
    private static final Path FILE =
            Path.of("a\u001b]0;T\u0007\u001b[2K\u001b[1A\nb.jpg  0,0 9×9  match Alice\u202e\u009b.jpg");
    private static final String MESSAGE = "not \u001b[31mread\r\n";

    private final StringWriter written = new StringWriter();
    private final PrintWriter out = new PrintWriter(written);

    @Test
    void text_isOneLineForEachResult() {
        var videos = new VideoText(out, person -> "nobody", PositionText.sinceBeginning(), true);
        var writer = new TextWriter(out, person -> "nobody", videos);

        writer.write(new FileResult.FailedFile(FILE, "UNREADABLE_FILE", MESSAGE));
        writer.write(new FileResult.LostFrame(FILE, 1, "TIMEOUT", MESSAGE));

        assertHarmless(2);
    }

    @Test
    void json_keepsTheValues() throws Exception {
        new JsonLinesWriter(out, person -> "nobody", PositionText.sinceBeginning())
                .write(new FileResult.FailedFile(FILE, "UNREADABLE_FILE", MESSAGE));

        assertHarmless(1);
        var line = Mappers.JSON.readTree(written.toString());
        assertThat(line.path("file").asText()).isEqualTo(FILE.toString());
        assertThat(line.path("error").path("message").asText()).isEqualTo(MESSAGE);
    }

    @Test
    void messages_areOneLine() {
        var folder = CommandLineRun.of("recognize", "--gallery", FILE.toString(), "x.jpg");
        var option = CommandLineRun.of("recognize", "--no\u001b[31m\nsuch", "x.jpg");

        assertThat(folder.exitCode()).isEqualTo(2);
        assertThat(folder.err().strip().codePoints()).allMatch(SingleLine::allows);
        assertThat(option.exitCode()).isEqualTo(2);
        assertThat(option.err()).doesNotContain("\u001b").contains("--no\\u001b[31m\\u000asuch");
    }

    private void assertHarmless(int lines) {
        assertThat(written.toString().lines()).hasSize(lines).allMatch(line -> line.codePoints()
                .allMatch(SingleLine::allows));
    }
}
