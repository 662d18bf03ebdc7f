package io.faceline.alerting.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.faceline.contracts.serde.Mappers;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads YAML that anybody may have written. Every value is a text, so that nothing is taken for a number, a date or a boolean:
 * {@code 22:00} would be 1320. Aliases of lists and objects are refused.
 */
final class YamlTree {
    private static final int MAX_CHARACTERS = 4 * 1024 * 1024;
    private static final int MAX_DEPTH = 8;

    private YamlTree() {}

    /** @throws DefinitionException that says what is wrong in which line, without values of the text */
    static ObjectNode of(String text) {
        var parsed = parsed(text);
        if (parsed == null) {
            return Mappers.JSON.createObjectNode();
        }
        if (!(parsed instanceof Map<?, ?> document)) {
            throw new DefinitionException("", "it must have rules:, lists:, groups: or receivers: at its first level");
        }
        return object(document, 0);
    }

    private static @Nullable Object parsed(String text) {
        if (text.length() > MAX_CHARACTERS) {
            throw tooLong();
        }
        try {
            return yaml().load(text);
        } catch (MarkedYAMLException e) {
            // Not the message, which repeats lines of the file.
            var mark = e.getProblemMark();
            throw new DefinitionException(
                    "", "it is no YAML" + (mark == null ? "" : ", see line " + (mark.getLine() + 1)));
        } catch (YAMLException e) {
            throw new DefinitionException("", "it is no YAML that is read here: aliases are not");
        }
    }

    private static DefinitionException tooLong() {
        return new DefinitionException("", "it has more than " + MAX_CHARACTERS + " characters");
    }

    private static Yaml yaml() {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setCodePointLimit(MAX_CHARACTERS);
        options.setMaxAliasesForCollections(0);
        var output = new DumperOptions();
        return new Yaml(new SafeConstructor(options), new Representer(output), output, options, new TextsOnly());
    }

    /** Takes every plain value for text. */
    private static final class TextsOnly extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            // None: "123" and "no" are texts.
        }

        @Override
        public void addImplicitResolver(Tag tag, Pattern regexp, String first, int limit) {
            // None.
        }
    }

    private static ObjectNode object(Map<?, ?> given, int depth) {
        var object = Mappers.JSON.createObjectNode();
        given.forEach((name, value) -> object.set(String.valueOf(name), node(value, depth + 1)));
        return object;
    }

    private static JsonNode node(Object value, int depth) {
        if (depth > MAX_DEPTH) {
            throw new DefinitionException("", "a value of it is too deep");
        }
        if (value instanceof Map<?, ?> object) {
            return object(object, depth);
        }
        if (value instanceof Collection<?> list) {
            var array = Mappers.JSON.createArrayNode();
            list.forEach(item -> array.add(node(item, depth + 1)));
            return array;
        }
        return Mappers.JSON.getNodeFactory().textNode(String.valueOf(value));
    }
}
