package io.faceline.standalone.broker;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/**
 * The passwords of an in-process Kafka, new at each start: what a foreign process learns that takes the port while faceline is
 * down is worth nothing later. They are sent by PLAIN, since the librdkafka of Debian's kcat cannot log in at Kafka 4 by SCRAM;
 * nobody but root can listen in on the loopback interface.
 *
 * @param internal of this JVM's clients, the broker and the controller; never leaves the memory
 * @param external of other programs
 */
record BrokerCredentials(String internal, String external) {
    private static final String INTERNAL_USER = "faceline";
    private static final String EXTERNAL_USER = "client";
    private static final int PASSWORD_BYTES = 32;

    static BrokerCredentials random() {
        return new BrokerCredentials(randomPassword(), randomPassword());
    }

    /** 256 bits in letters, digits, {@code -} and {@code _}. */
    private static String randomPassword() {
        var bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Broker properties: both listeners ask for a login. */
    Map<String, String> brokerProperties() {
        var internalUser = "%1$s required username=\"%2$s\" password=\"%3$s\" user_%2$s=\"%3$s\""
                .formatted(ClientLogin.MODULE, INTERNAL_USER, internal);
        var externalUser = " user_%s=\"%s\"".formatted(EXTERNAL_USER, external);
        return Map.of(
                "listener.security.protocol.map",
                "CLIENTS:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT",
                "sasl.enabled.mechanisms",
                ClientLogin.MECHANISM,
                "sasl.mechanism.inter.broker.protocol",
                ClientLogin.MECHANISM,
                "sasl.mechanism.controller.protocol",
                ClientLogin.MECHANISM,
                "listener.name.clients.plain.sasl.jaas.config",
                internalUser + externalUser + ";",
                "listener.name.controller.plain.sasl.jaas.config",
                internalUser + ";");
    }

    ClientLogin internalLogin(String bootstrapServers) {
        return new ClientLogin(bootstrapServers, INTERNAL_USER, internal);
    }

    ClientLogin externalLogin(String bootstrapServers) {
        return new ClientLogin(bootstrapServers, EXTERNAL_USER, external);
    }

    /** Without the passwords. */
    @Override
    public String toString() {
        return "BrokerCredentials";
    }
}
