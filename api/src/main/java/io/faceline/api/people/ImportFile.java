package io.faceline.api.people;

import io.faceline.runtime.http.ProblemException;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.ObjIntConsumer;

/** The body of an import: JSON lines in UTF-8. Blank lines are counted but skipped. */
final class ImportFile {
    static final int MAX_PEOPLE = 10_000;

    private final byte[] body;

    /** @throws ProblemException when it is not UTF-8, is empty or holds too many people */
    ImportFile(byte[] body) {
        this.body = body;
        var count = new int[1];
        forEachLine((line, index) -> count[0]++);
        if (count[0] == 0) {
            throw new ProblemException(400, "BAD_REQUEST", "the body must be an export: one JSON line per person");
        }
        if (count[0] > MAX_PEOPLE) {
            throw new ProblemException(
                    413, "TOO_MANY_PEOPLE", "an import may hold at most " + MAX_PEOPLE + " people; split it");
        }
    }

    void forEachLine(ObjIntConsumer<String> consumer) {
        try (var lines = lines()) {
            var index = 0;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    consumer.accept(line, index);
                }
                index++;
            }
        } catch (CharacterCodingException e) {
            throw new ProblemException(400, "BAD_REQUEST", "the body must be text in UTF-8");
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory cannot fail", e);
        }
    }

    /** Reports malformed UTF-8 instead of replacing it. */
    private BufferedReader lines() {
        return new BufferedReader(
                new InputStreamReader(new ByteArrayInputStream(body), StandardCharsets.UTF_8.newDecoder()));
    }
}
