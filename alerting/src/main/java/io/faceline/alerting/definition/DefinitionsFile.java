package io.faceline.alerting.definition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import io.faceline.contracts.serde.Mappers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads and writes definitions as YAML:
 *
 * <pre>
 * lists:
 *   - id: staff
 *     name: Staff
 *     people: [0b8f5a52-6f0e-4f5c-9a53-3f1f5c1b7a01]
 * rules:
 *   - name: Back door at night
 *     who: {kind: not-listed, list: staff}
 *     where: {sources: [back-door]}
 *     zone: Europe/Berlin
 *     hours: [{from: 22:00, to: 06:00}]
 * </pre>
 *
 * The fields are those of the API. Secrets are never written. Thread-safe.
 */
public final class DefinitionsFile {
    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .build());

    private final ReceiverFields receivers;

    public DefinitionsFile(ReceiverFields receivers) {
        this.receivers = receivers;
    }

    /**
     * @param known whose receivers keep their secrets
     * @throws DefinitionException that says what is wrong where
     */
    public WrittenDefinitions read(String yaml, Definitions known, Instant now) {
        var file = Fields.ofTexts(YamlTree.of(yaml));
        file.requireKnown(DefinitionKind.ALL.stream().map(DefinitionKind::words).collect(Collectors.toSet()));
        var given = new HashSet<DefinitionKind<?>>();
        var definitions = new Definitions(
                section(DefinitionKind.RULE, file, known, given, now),
                section(DefinitionKind.LIST, file, known, given, now),
                section(DefinitionKind.GROUP, file, known, given, now),
                section(DefinitionKind.RECEIVER, file, known, given, now));
        return new WrittenDefinitions(definitions, given);
    }

    private <T> List<T> section(
            DefinitionKind<T> kind, Fields file, Definitions known, Set<DefinitionKind<?>> given, Instant now) {
        if (file.has(kind.words())) {
            given.add(kind);
        }
        var places = new HashMap<String, Integer>();
        var values = new ArrayList<T>();
        for (var fields : file.objects(kind.words())) {
            var before = idOf(kind, fields).flatMap(id -> kind.find(known, id));
            var value = kind.read(fields, before, receivers, now);
            var earlier = places.putIfAbsent(kind.id(value), values.size());
            if (earlier != null) {
                throw fields.fault("id", kind.words() + "[" + earlier + "] has the id \"" + kind.id(value) + "\" too");
            }
            values.add(value);
        }
        return values;
    }

    /** Only receivers have something that stays. */
    private static Optional<String> idOf(DefinitionKind<?> kind, Fields fields) {
        return kind.equals(DefinitionKind.RECEIVER)
                ? Optional.of(ReceiverFields.id(fields).value())
                : Optional.empty();
    }

    /** With what differs from the usual, by ids. */
    public static String write(Definitions definitions) {
        var file = Mappers.JSON.createObjectNode();
        DefinitionKind.ALL.forEach(kind -> put(file, kind, definitions));
        try {
            return YAML.writeValueAsString(file);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can be written", e);
        }
    }

    private static <T> void put(ObjectNode file, DefinitionKind<T> kind, Definitions definitions) {
        var section = file.putArray(kind.words());
        kind.in(definitions).stream()
                .sorted(Comparator.comparing(kind::id))
                .forEach(value -> section.add(DefinitionTrees.lean(kind, value)));
    }
}
