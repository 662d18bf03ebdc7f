package io.faceline.api.docs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.faceline.contracts.serde.Mappers;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A document that is written as YAML and served as JSON. */
final class YamlDocument {
    private YamlDocument() {}

    /** @param name of a file beside this class */
    static ObjectNode read(String name) {
        try (var source = YamlDocument.class.getResourceAsStream(name)) {
            if (source == null) {
                throw new IllegalStateException(name + " is missing");
            }
            var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
            return Mappers.JSON.convertValue(yaml.load(source), ObjectNode.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
