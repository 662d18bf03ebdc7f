package io.faceline.api.docs;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.faceline.contracts.serde.Mappers;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The OpenAPI document, written as YAML and served as JSON. */
final class OpenApiDocument {
    private static final String SOURCE = "openapi.yaml";

    private OpenApiDocument() {}

    static byte[] json() {
        try (var source = OpenApiDocument.class.getResourceAsStream(SOURCE)) {
            if (source == null) {
                throw new IllegalStateException(SOURCE + " is missing");
            }
            return Mappers.JSON.writeValueAsBytes(new Yaml(new SafeConstructor(new LoaderOptions())).load(source));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(SOURCE + " cannot be converted to JSON", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
