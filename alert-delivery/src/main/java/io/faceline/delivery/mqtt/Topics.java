package io.faceline.delivery.mqtt;

import io.faceline.contracts.Sha256;
import io.faceline.contracts.delivery.ReceiverTarget;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names of topics: no id and no name of anybody is in them, and a rename changes none.
 *
 * @param prefix of the messages
 * @param discovery prefix of Home Assistant
 */
record Topics(String prefix, String discovery) {
    static final String ONLINE = "online";
    static final String OFFLINE = "offline";
    static final String EMPTY = "";

    private static final String MARK = "faceline_";
    private static final int DIGITS = 20;
    private static final Pattern ID = Pattern.compile(MARK + "[0-9a-f]{" + DIGITS + "}");

    static Topics of(ReceiverTarget.Mqtt target) {
        return new Topics(target.prefix(), target.discoveryPrefix());
    }

    /**
     * The id of a device: the same as long as the prefix is.
     *
     * @param kind such as {@code camera}
     */
    String device(String kind, String id) {
        var hash = HexFormat.of().formatHex(Sha256.of(prefix + "\n" + kind + "\n" + id));
        return MARK + hash.substring(0, DIGITS);
    }

    /** Whether this is online; also the topic of the will. */
    String status() {
        return prefix + "/status";
    }

    /** Never retained. */
    String events(String device) {
        return prefix + "/events/" + device;
    }

    String anyEvents() {
        return prefix + "/events/+";
    }

    String state(String device, String key) {
        return prefix + "/states/" + device + "/" + key;
    }

    String config(String device) {
        return discovery + "/device/" + device + "/config";
    }

    String everything() {
        return prefix + "/#";
    }

    String anyConfig() {
        return discovery + "/device/+/config";
    }

    /** Where Home Assistant says that it has started. */
    String birth() {
        return discovery + "/status";
    }

    boolean isConfig(String topic) {
        return id(topic, discovery + "/device/", "/config").isPresent();
    }

    /** Whether it is a state, or an event, of a device of this prefix; others may use the prefix for what they want. */
    boolean isState(String topic) {
        return id(topic, prefix + "/states/", "").isPresent()
                || id(topic, prefix + "/events/", "").isPresent();
    }

    private static Optional<String> id(String topic, String before, String after) {
        if (!topic.startsWith(before) || !topic.endsWith(after)) {
            return Optional.empty();
        }
        var rest = topic.substring(before.length());
        var end = rest.indexOf('/');
        var id = end < 0 ? rest : rest.substring(0, end);
        var isWhole = after.isEmpty() || rest.equals(id + after);
        return Optional.of(id).filter(found -> isWhole && ID.matcher(found).matches());
    }
}
