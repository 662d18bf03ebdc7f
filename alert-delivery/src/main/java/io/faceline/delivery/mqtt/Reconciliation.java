package io.faceline.delivery.mqtt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.faceline.contracts.serde.Mappers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What has to be published so that what is wanted is retained, and nothing else of ours. */
final class Reconciliation {
    private static final String COMPONENTS = "cmps";
    private static final String PLATFORM = "p";

    private Reconciliation() {}

    /**
     * In the order in which it has to be sent: states come after the device that they belong to, and go after it.
     *
     * @param there what is retained of ours
     */
    static List<Send> steps(Retained there, Retained wanted) {
        var steps = new ArrayList<Send>();
        clear(there.configs(), wanted.configs(), steps);
        clear(there.states(), wanted.states(), steps);
        wanted.configs().forEach((topic, config) -> {
            var before = there.configs().getOrDefault(topic, Topics.EMPTY);
            if (!before.equals(config)) {
                withoutGone(before, config).ifPresent(parting -> steps.add(new Send(topic, parting)));
                steps.add(new Send(topic, config));
            }
        });
        wanted.states().forEach((topic, state) -> {
            if (!state.equals(there.states().get(topic))) {
                steps.add(new Send(topic, state));
            }
        });
        return steps;
    }

    private static void clear(Map<String, String> there, Map<String, String> wanted, List<Send> steps) {
        there.keySet().stream()
                .filter(topic -> !wanted.containsKey(topic))
                .forEach(topic -> steps.add(new Send(topic, Topics.EMPTY)));
    }

    /** A component that goes has to be named once more, with its platform alone; otherwise it stays for ever. */
    private static Optional<String> withoutGone(String before, String config) {
        var gone = components(before);
        gone.keySet().removeAll(components(config).keySet());
        if (gone.isEmpty() || !(parse(config) instanceof ObjectNode parting)) {
            return Optional.empty();
        }
        var all = parting.withObjectProperty(COMPONENTS);
        gone.forEach((key, component) ->
                all.set(key, JsonNodeFactory.instance.objectNode().set(PLATFORM, component.path(PLATFORM))));
        return Optional.of(parting.toString());
    }

    private static Map<String, JsonNode> components(String config) {
        var found = new LinkedHashMap<String, JsonNode>();
        parse(config).path(COMPONENTS).properties().forEach(each -> {
            // With its platform alone it is going.
            if (each.getValue().size() > 1) {
                found.put(each.getKey(), each.getValue());
            }
        });
        return found;
    }

    /** Whether a message of discovery is one of ours: others may use the same beginning of names. */
    static boolean isOurs(String config, Topics topics) {
        var node = parse(config);
        return DeviceConfig.ORIGIN.equals(node.path("o").path("name").asText())
                && node.path(COMPONENTS).findValuesAsText("availability_topic").contains(topics.status());
    }

    private static JsonNode parse(String config) {
        try {
            var node = Mappers.JSON.readTree(config);
            return node == null ? JsonNodeFactory.instance.missingNode() : node;
        } catch (JsonProcessingException e) {
            return JsonNodeFactory.instance.missingNode();
        }
    }
}
