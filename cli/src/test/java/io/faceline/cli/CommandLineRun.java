package io.faceline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceline.contracts.serde.Mappers;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** The result of a command line. */
public record CommandLineRun(int exitCode, String out, String err) {
    public static CommandLineRun of(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var exitCode = FacelineCommand.execute(new PrintWriter(out), new PrintWriter(err), arguments);
        return new CommandLineRun(exitCode, out.toString(), err.toString());
    }

    /** Asserts that the command ended as wrongly used, with nothing but one line that contains this. */
    public void assertRefusedInOneLine(String message) {
        assertThat(exitCode).as(err).isEqualTo(2);
        assertThat(err.lines())
                .as(err)
                .singleElement()
                .asString()
                .startsWith("faceline: ")
                .contains(message);
        assertThat(out).isEmpty();
    }

    /** The lines of standard output as JSON; fails on invalid JSON. */
    public List<JsonNode> jsonLines() {
        return out.lines().map(CommandLineRun::json).toList();
    }

    private static JsonNode json(String line) {
        try {
            return Mappers.JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
