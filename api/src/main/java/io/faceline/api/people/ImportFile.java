package io.faceline.api.people;

import io.faceline.runtime.http.ProblemException;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.ObjIntConsumer;

/** The body of an import: lines of JSON in UTF-8. Blank lines count, but say nothing. */
final class ImportFile {
    static final int MAX_PEOPLE = 10_000;

    private final byte[] body;

    /** @throws ProblemException when it is no text or holds too many people, before anybody is made */
    ImportFile(byte[] body) {
        this.body = body;
        var counted = new int[1];
        forEachLine((line, index) -> counted[0]++);
        if (counted[0] == 0) {
            throw new ProblemException(400, "BAD_REQUEST", "the body must be an export: a line of JSON a person");
        }
        if (counted[0] > MAX_PEOPLE) {
            throw new ProblemException(
                    413, "TOO_MANY_PEOPLE", "an import brings at most " + MAX_PEOPLE + " people; send it in parts");
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

    /** Reports what is no UTF-8 instead of replacing it. */
    private BufferedReader lines() {
        return new BufferedReader(
                new InputStreamReader(new ByteArrayInputStream(body), StandardCharsets.UTF_8.newDecoder()));
    }
}
