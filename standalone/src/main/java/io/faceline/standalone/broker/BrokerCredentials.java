package io.faceline.standalone.broker;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/**
 * The passwords of an in-process Kafka. Its own JVM logs in with one that never leaves the memory, so PLAIN is enough there and
 * costs nothing. Other programs use SCRAM: a foreign process that takes the port while faceline is down then neither learns
 * their password nor passes for Kafka.
 *
 * @param internal of this JVM's clients, the broker and the controller
 * @param external of other programs
 */
record BrokerCredentials(String internal, String external) {
    static final String INTERNAL_USER = "faceline";
    static final String EXTERNAL_USER = "client";

    private static final int PASSWORD_BYTES = 32;
    private static final String PLAIN_MODULE = "org.apache.kafka.common.security.plain.PlainLoginModule";
    private static final String SCRAM_MODULE = "org.apache.kafka.common.security.scram.ScramLoginModule";

    static BrokerCredentials random() {
        return of(randomPassword());
    }

    static BrokerCredentials of(String external) {
        return new BrokerCredentials(randomPassword(), external);
    }

    /** 256 bits in letters, digits, {@code -} and {@code _}. */
    static String randomPassword() {
        var bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Broker properties: both listeners ask for a login. */
    Map<String, String> brokerProperties() {
        var plain = "%1$s required username=\"%2$s\" password=\"%3$s\" user_%2$s=\"%3$s\";"
                .formatted(PLAIN_MODULE, INTERNAL_USER, internal);
        var scram = "%s required username=\"%s\" password=\"%s\";".formatted(SCRAM_MODULE, EXTERNAL_USER, external);
        return Map.of(
                "listener.security.protocol.map",
                "CLIENTS:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT",
                "sasl.enabled.mechanisms",
                ClientLogin.PLAIN + "," + ClientLogin.SCRAM,
                "listener.name.controller.sasl.enabled.mechanisms",
                ClientLogin.PLAIN,
                "sasl.mechanism.inter.broker.protocol",
                ClientLogin.PLAIN,
                "sasl.mechanism.controller.protocol",
                ClientLogin.PLAIN,
                "listener.name.clients.plain.sasl.jaas.config",
                plain,
                "listener.name.controller.plain.sasl.jaas.config",
                plain,
                "listener.name.clients.scram-sha-256.sasl.jaas.config",
                scram,
                "listener.name.clients.scram-sha-256.sasl.server.callback.handler.class",
                ScramCredentials.class.getName());
    }

    ClientLogin internalLogin(String bootstrapServers) {
        return new ClientLogin(bootstrapServers, ClientLogin.PLAIN, INTERNAL_USER, internal);
    }

    ClientLogin externalLogin(String bootstrapServers) {
        return new ClientLogin(bootstrapServers, ClientLogin.SCRAM, EXTERNAL_USER, external);
    }

    /** Without the passwords. */
    @Override
    public String toString() {
        return "BrokerCredentials";
    }
}
