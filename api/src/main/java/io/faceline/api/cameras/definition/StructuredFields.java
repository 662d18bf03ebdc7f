package io.faceline.api.cameras.definition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.faceline.contracts.camera.CameraHours;
import io.faceline.contracts.camera.IgnoredArea;
import io.faceline.contracts.serde.Mappers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The fields of a definition that are objects and lists: hours and ignored areas. */
final class StructuredFields {
    private static final String HOURS =
            "it must be such as {\"zone\":\"Europe/Berlin\",\"open\":[{\"days\":[\"MONDAY\"],"
                    + "\"from\":\"08:00\",\"to\":\"18:00\"}]}";
    private static final String AREAS = "it must be a list such as [{\"box\":{\"x\":0.1,\"y\":0.1,\"w\":0.2,\"h\":0.2},"
            + "\"motion\":true,\"faces\":true}], in fractions of the picture";

    private StructuredFields() {}

    /** @return what they were before if they are not given; null if they are removed */
    static CameraHours hours(Fields fields, CameraHours before) {
        if (!fields.has("hours")) {
            return before;
        }
        if (fields.isNull("hours")) {
            return null;
        }
        return Fields.in("hours", () -> hours(object(fields.node("hours"), Set.of("zone", "open"), HOURS)));
    }

    private static CameraHours hours(ObjectNode hours) {
        for (var span : list(hours.path("open"), HOURS)) {
            var known = object(span, Set.of("days", "from", "to"), HOURS);
            if (!known.has("days")) {
                known.putArray("days");
            }
        }
        return read(hours, CameraHours.class, HOURS);
    }

    static List<IgnoredArea> areas(Fields fields, List<IgnoredArea> before) {
        if (!fields.has("ignored")) {
            return before;
        }
        return Fields.in("ignored", () -> areas(fields.node("ignored")));
    }

    private static List<IgnoredArea> areas(JsonNode list) {
        var areas = new ArrayList<IgnoredArea>();
        for (var area : list(list, AREAS)) {
            var known = object(area, Set.of("box", "motion", "faces"), AREAS);
            object(known.path("box"), Set.of("x", "y", "w", "h"), AREAS);
            for (var what : List.of("motion", "faces")) {
                if (!known.has(what)) {
                    known.put(what, true);
                }
            }
            areas.add(read(known, IgnoredArea.class, AREAS));
        }
        return areas;
    }

    private static List<JsonNode> list(JsonNode node, String expected) {
        if (!node.isArray()) {
            throw new IllegalArgumentException(expected);
        }
        return node.valueStream().toList();
    }

    private static ObjectNode object(JsonNode node, Set<String> fields, String expected) {
        if (!(node instanceof ObjectNode object)
                || !object.properties().stream().allMatch(field -> fields.contains(field.getKey()))) {
            throw new IllegalArgumentException(expected);
        }
        return object;
    }

    private static <T> T read(JsonNode node, Class<T> type, String expected) {
        try {
            return Mappers.JSON.treeToValue(node, type);
        } catch (JsonProcessingException e) {
            var fault = e.getCause() instanceof IllegalArgumentException known ? known.getMessage() + "; " : "";
            throw new IllegalArgumentException(fault + expected);
        }
    }
}
