package io.faceline.alerting.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.faceline.contracts.serde.Mappers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Rules to begin with, for the uses that people have. */
public final class Presets {
    private static final String RESOURCE = "presets.json";

    /** In the order in which they are shown. */
    public static final List<Preset> ALL = read();

    private Presets() {}

    private static List<Preset> read() {
        try (var in = Presets.class.getResourceAsStream(RESOURCE)) {
            var presets = new ArrayList<Preset>();
            for (var tree : Mappers.JSON.readTree(Objects.requireNonNull(in, RESOURCE))) {
                presets.add(preset(tree));
            }
            return List.copyOf(presets);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Preset preset(JsonNode tree) {
        var id = tree.path("id").textValue();
        var rule = (ObjectNode) tree.path("rule");
        rule.put("preset", id);
        var fill = new ArrayList<String>();
        addNulls(rule, "", fill);
        return new Preset(
                id,
                tree.path("title").textValue(),
                tree.path("sentence").textValue(),
                texts(tree.path("notes")),
                fill,
                rule);
    }

    private static void addNulls(ObjectNode object, String prefix, List<String> paths) {
        object.properties().forEach(field -> {
            var path = prefix + field.getKey();
            if (field.getValue().isNull()) {
                paths.add(path);
            } else if (field.getValue() instanceof ObjectNode inner) {
                addNulls(inner, path + ".", paths);
            }
        });
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::textValue).toList();
    }
}
