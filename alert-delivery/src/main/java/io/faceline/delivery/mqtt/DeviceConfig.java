package io.faceline.delivery.mqtt;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.faceline.alerting.message.MessageType;
import io.faceline.runtime.service.Build;
import java.util.Arrays;

/** Writes the message by which Home Assistant (2024.11 or newer) finds a device with all of its entities. Not thread-safe. */
final class DeviceConfig {
    static final String ORIGIN = "faceline";

    private static final String STATE_TOPIC = "state_topic";
    private static final String TEMPLATE = "value_template";
    private static final String NAME = "name";

    private final Topics topics;
    private final String device;
    private final ObjectNode root = JsonNodeFactory.instance.objectNode();
    private final ObjectNode components;

    DeviceConfig(Topics topics, String device, String name, String model) {
        this.topics = topics;
        this.device = device;
        var about = root.putObject("dev");
        about.putArray("ids").add(device);
        about.put(NAME, name).put("mf", ORIGIN).put("mdl", model);
        root.putObject("o").put(NAME, ORIGIN).put("sw", Build.version());
        components = root.putObject("cmps");
    }

    /** The entities that follow are unavailable unless the topic says online, too. */
    ObjectNode component(String key, String platform, String name) {
        var component = components.putObject(key);
        component.put("p", platform).put("unique_id", device + "_" + key).put(NAME, name);
        component.put("availability_topic", topics.status());
        return component;
    }

    /** A component whose state is retained under its key. */
    ObjectNode stateful(String key, String platform, String name) {
        return component(key, platform, name).put(STATE_TOPIC, topics.state(device, key));
    }

    /** A state that is JSON: its field {@code state}, with the others as attributes. */
    ObjectNode detailed(String key, String name) {
        var topic = topics.state(device, key);
        return component(key, "sensor", name)
                .put(STATE_TOPIC, topic)
                .put(TEMPLATE, "{{ value_json.state }}")
                .put("json_attributes_topic", topic)
                .put("json_attributes_template", "{{ value_json.attributes | tojson }}");
    }

    /** Alerts, which are no state: each is told once. */
    void alerts(String topic) {
        var types =
                component("alerts", "event", "Alerts").put(STATE_TOPIC, topic).putArray("event_types");
        Arrays.stream(MessageType.values()).map(MessageType::text).forEach(types::add);
    }

    /** Unavailable, too, while this topic does not say online. */
    static void alsoNeeds(ObjectNode component, String topic) {
        var status = component.remove("availability_topic");
        ArrayNode all = component.putArray("availability");
        all.addObject().set("topic", status);
        all.addObject().put("topic", topic);
        component.put("availability_mode", "all");
    }

    String text() {
        return root.toString();
    }
}
