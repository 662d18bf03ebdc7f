package io.faceline.systemtests.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.frame.DropReason;
import io.faceline.contracts.frame.FailureCode;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks that every code of the HTTP API is documented. */
class DocumentedCodesTest {
    /** The code of a problem, whether a constant or a literal. */
    private static final Pattern MADE =
            Pattern.compile("(?:new ProblemException|ProblemException\\.later|refuse)\\(\\s*\\w+,\\s*\"([A-Z0-9_]+)\"");

    private static final Pattern ANY_CODE = Pattern.compile("\"([A-Z]+(?:_[A-Z0-9]+)+)\"");
    /** Created by the library for requests that reach no route. */
    private static final Set<HttpStatus> OF_THE_LIBRARY = Set.of(
            HttpStatus.BAD_REQUEST,
            HttpStatus.NOT_FOUND,
            HttpStatus.METHOD_NOT_ALLOWED,
            HttpStatus.REQUEST_TIMEOUT,
            HttpStatus.NOT_IMPLEMENTED,
            HttpStatus.CONTENT_TOO_LARGE,
            HttpStatus.URI_TOO_LONG,
            HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
            HttpStatus.EXPECTATION_FAILED,
            HttpStatus.INTERNAL_SERVER_ERROR,
            HttpStatus.HTTP_VERSION_NOT_SUPPORTED);

    @Test
    void codesOfTheSources_areDocumented() throws IOException {
        var found = new TreeSet<String>();
        for (var module : Set.of("runtime", "web", "ingest", "api")) {
            try (var files = Files.walk(Path.of("..", module, "src", "main", "java"))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(file -> collect(file, found));
            }
        }

        assertThat(found).contains("NO_SESSION", "BUSY", "TOO_MANY_REQUESTS", "BAD_LINE", "TOO_MANY_CONNECTIONS");
        assertThat(DocumentedCodes.read()).containsAll(found);
    }

    @Test
    void codesOfFrames_areDocumented() throws IOException {
        assertThat(DocumentedCodes.read())
                .containsAll(Stream.of(FailureCode.values()).map(Enum::name).toList())
                .containsAll(Stream.of(DropReason.values()).map(Enum::name).toList());
    }

    @Test
    void codesOfTheLibrary_areDocumented() throws IOException {
        assertThat(DocumentedCodes.read())
                .containsAll(OF_THE_LIBRARY.stream().map(Enum::name).toList());
    }

    /** Codes of problems, and in files with problems everything that looks like a code. */
    private static void collect(Path file, Set<String> codes) {
        try {
            var text = Files.readString(file);
            collect(MADE, text, codes);
            if (text.contains("ProblemException") || text.contains("refuse(")) {
                collect(ANY_CODE, text, codes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collect(Pattern pattern, String text, Set<String> codes) {
        var matcher = pattern.matcher(text);
        while (matcher.find()) {
            if (!matcher.group(1).startsWith("FACELINE_")) {
                codes.add(matcher.group(1));
            }
        }
    }
}
