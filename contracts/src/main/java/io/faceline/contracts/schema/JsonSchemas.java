package io.faceline.contracts.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The JSON Schemas (2020-12) of what others read and write. */
public final class JsonSchemas {
    private static final String FRAMES = "frames";

    private JsonSchemas() {}

    /** Of the value of a frame, which is CBOR. */
    public static String ofFrames() {
        return text(FRAMES);
    }

    static String text(String label) {
        var name = label + ".json";
        try (var file = JsonSchemas.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
