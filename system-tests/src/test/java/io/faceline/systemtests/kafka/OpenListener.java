package io.faceline.systemtests.kafka;

import io.faceline.standalone.broker.FreePorts;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A further listener of an in-process Kafka that asks for no login, which the Kafka of an installation may have.
 *
 * @param address of that listener
 * @param clientPort of the listener that asks for a login
 * @param properties of the broker
 */
record OpenListener(String address, int clientPort, Map<String, String> properties) {
    /** The properties as settings of faceline. */
    Map<String, String> environment() {
        var environment = new HashMap<String, String>();
        properties.forEach((name, value) -> environment.put(
                "FACELINE_BROKER_" + name.toUpperCase(Locale.ROOT).replace('.', '_'), value));
        return environment;
    }

    static OpenListener reserve() {
        var ports = FreePorts.reserve(3);
        var controller = "127.0.0.1:" + ports.get(1);
        var address = "127.0.0.1:" + ports.get(2);
        return new OpenListener(
                address,
                ports.get(0),
                Map.of(
                        "listeners",
                        "CLIENTS://127.0.0.1:" + ports.get(0) + ",CONTROLLER://" + controller + ",OPEN://" + address,
                        "listener.security.protocol.map",
                        "CLIENTS:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT,OPEN:PLAINTEXT",
                        "controller.quorum.voters",
                        "1@" + controller));
    }
}
