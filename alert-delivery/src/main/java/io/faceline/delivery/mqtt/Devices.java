package io.faceline.delivery.mqtt;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.faceline.contracts.delivery.Receiver;
import io.faceline.contracts.delivery.ReceiverContent;
import io.faceline.delivery.world.OpenAlert;
import io.faceline.delivery.world.World;
import io.faceline.delivery.world.World.Group;
import io.faceline.delivery.world.World.Place;
import io.faceline.delivery.world.World.Seen;
import io.faceline.delivery.world.World.Somebody;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Says what a broker is to retain: a device for the installation, each camera, each list, and each person of a rule's list. */
final class Devices {
    static final String INSTALLATION = "installation";
    static final String CAMERA = "camera";
    static final String LIST = "list";
    static final String PERSON = "person";

    /** More would be no help to anybody, and a burden for Home Assistant. */
    static final int MAX_PEOPLE = 200;

    private static final String OCCUPANCY = "occupancy";
    private static final String DEVICE_CLASS = "device_class";
    private static final String NOBODY = "none";
    /** What Home Assistant shows as unknown. */
    private static final String UNKNOWN = "None";

    private final Topics topics;
    private final Receiver receiver;
    private final boolean isNamed;
    private final Map<String, String> configs = new LinkedHashMap<>();
    private final Map<String, String> states = new LinkedHashMap<>();

    private Devices(Topics topics, Receiver receiver) {
        this.topics = topics;
        this.receiver = receiver;
        this.isNamed = isNamed(receiver.content());
    }

    static Retained of(World world, Topics topics, Receiver receiver) {
        var devices = new Devices(topics, receiver);
        devices.installation(world);
        world.places().forEach(devices::camera);
        world.groups().forEach(devices::list);
        world.people().stream().limit(MAX_PEOPLE).forEach(devices::person);
        return new Retained(devices.configs, devices.states);
    }

    private static boolean isNamed(ReceiverContent content) {
        return switch (content) {
            case NAMES, PICTURES -> true;
            case IDS, UNKNOWN -> false;
        };
    }

    private String shown(String id, String name) {
        return isNamed ? name : id;
    }

    private void installation(World world) {
        var device = topics.device(INSTALLATION, "");
        var config = new DeviceConfig(topics, device, "faceline", "Installation");
        config.stateful("open_alerts", "sensor", "Open alerts").put("state_class", "measurement");
        config.alerts(topics.anyEvents());
        configs.put(topics.config(device), config.text());
        var open = world.alerts().stream().filter(this::isWanted).count();
        states.put(topics.state(device, "open_alerts"), Long.toString(open));
    }

    private boolean isWanted(OpenAlert alert) {
        return (receiver.rules().isEmpty() || receiver.rules().contains(alert.rule()))
                && alert.priority().compareTo(receiver.priority()) >= 0;
    }

    private void camera(Place camera) {
        var device = topics.device(CAMERA, camera.id().value());
        var live = topics.state(device, "connectivity");
        var config = new DeviceConfig(topics, device, shown(camera.id().value(), camera.name()), "Camera");
        config.stateful("connectivity", "binary_sensor", "Connectivity")
                .put(DEVICE_CLASS, "connectivity")
                .put("payload_on", Topics.ONLINE)
                .put("payload_off", Topics.OFFLINE);
        var occupancy = config.stateful(OCCUPANCY, "binary_sensor", "Occupancy").put(DEVICE_CLASS, OCCUPANCY);
        var people = config.stateful("people", "sensor", "People in view").put("state_class", "measurement");
        var last = config.detailed("last_person", "Last person");
        DeviceConfig.alsoNeeds(occupancy, live);
        DeviceConfig.alsoNeeds(people, live);
        DeviceConfig.alsoNeeds(last, live);
        config.alerts(topics.events(device));
        configs.put(topics.config(device), config.text());
        states.put(topics.state(device, OCCUPANCY), onOff(camera.inView() > 0));
        states.put(topics.state(device, "people"), Integer.toString(camera.inView()));
        states.put(topics.state(device, "last_person"), lastPerson(camera));
        // Last, so that it is not available before it is right.
        states.put(live, camera.isLive() ? Topics.ONLINE : Topics.OFFLINE);
    }

    /** None while nobody known is in view, so that who comes again is a change; whoever was last remains in the attributes. */
    private String lastPerson(Place camera) {
        var here = camera.last().filter(seen -> camera.isLive() && seen.inView());
        var json = JsonNodeFactory.instance.objectNode();
        json.put("state", here.map(this::person).orElse(NOBODY));
        attributes(json, camera.last());
        return json.toString();
    }

    private String person(Seen seen) {
        return shown(seen.person().value(), seen.name());
    }

    private void attributes(ObjectNode json, Optional<Seen> last) {
        var attributes = json.putObject("attributes");
        last.ifPresent(seen -> {
            attributes.put("id", seen.person().value());
            if (isNamed) {
                attributes.put("name", seen.name());
            }
            attributes.put("seen", time(seen.at()));
        });
    }

    private void list(Group list) {
        var device = topics.device(LIST, list.id().value());
        var config = new DeviceConfig(topics, device, shown(list.id().value(), list.name()), "Watch list");
        config.stateful("people", "sensor", "People in view").put("state_class", "measurement");
        states.put(topics.state(device, "people"), Integer.toString(list.present()));
        var last = config.detailed("last_person", "Last person");
        var json = JsonNodeFactory.instance.objectNode();
        json.put("state", list.last().filter(Seen::inView).map(this::person).orElse(NOBODY));
        attributes(json, list.last());
        states.put(last.path("state_topic").asText(), json.toString());
        presence(config, device, list.present() > 0, list.last());
    }

    private void person(Somebody person) {
        var device = topics.device(PERSON, person.id().value());
        var config = new DeviceConfig(topics, device, shown(person.id().value(), person.name()), "Person");
        presence(config, device, person.last().filter(Seen::inView).isPresent(), person.last());
    }

    private void presence(DeviceConfig config, String device, boolean isPresent, Optional<Seen> last) {
        config.stateful("present", "binary_sensor", "Present").put(DEVICE_CLASS, OCCUPANCY);
        config.stateful("last_seen", "sensor", "Last seen").put(DEVICE_CLASS, "timestamp");
        config.stateful("where", "sensor", "Where");
        configs.put(topics.config(device), config.text());
        states.put(
                topics.state(device, "where"),
                last.map(seen -> shown(seen.source(), seen.sourceName())).orElse(UNKNOWN));
        states.put(
                topics.state(device, "last_seen"),
                last.map(seen -> time(seen.at())).orElse(UNKNOWN));
        states.put(topics.state(device, "present"), onOff(isPresent));
    }

    private static String onOff(boolean isOn) {
        return isOn ? "ON" : "OFF";
    }

    private static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
