package io.faceline.standalone.broker;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * How a client connects to an in-process Kafka. The text form is a configuration of librdkafka, as {@code kcat -F} reads
 * it; it holds the password.
 *
 * @param bootstrapServers host and port
 * @param username of SASL PLAIN (RFC 4616)
 */
public record ClientLogin(String bootstrapServers, String username, String password) {
    /** In the data folder. */
    static final String FILE = "kafka.client";

    static final String MECHANISM = "PLAIN";
    static final String MODULE = "org.apache.kafka.common.security.plain.PlainLoginModule";

    private static final String SETTING = "FACELINE_KAFKA_";
    private static final String PROTOCOL = "SASL_PLAINTEXT";
    private static final String HEADER = """
            # Written by faceline while its Kafka runs: kcat -F FILE -L
            # Who reads this file can read and change all faces and names.
            """;

    /** Properties of a Java client, with the address. */
    public Map<String, String> clientProperties() {
        var properties = new HashMap<>(security());
        properties.put("bootstrap.servers", bootstrapServers);
        return Map.copyOf(properties);
    }

    /** The settings of a faceline process that uses this Kafka: {@code FACELINE_BOOTSTRAP_SERVERS}, {@code FACELINE_KAFKA_…}. */
    public Map<String, String> environment() {
        var environment = new HashMap<String, String>();
        environment.put("FACELINE_BOOTSTRAP_SERVERS", bootstrapServers);
        security()
                .forEach((name, value) ->
                        environment.put(SETTING + name.toUpperCase(Locale.ROOT).replace('.', '_'), value));
        return Map.copyOf(environment);
    }

    private Map<String, String> security() {
        return Map.of(
                "security.protocol",
                PROTOCOL,
                "sasl.mechanism",
                MECHANISM,
                "sasl.jaas.config",
                "%s required username=\"%s\" password=\"%s\";".formatted(MODULE, username, password));
    }

    /** The configuration of librdkafka. */
    String toText() {
        return HEADER
                + "bootstrap.servers=" + bootstrapServers
                + "\nsecurity.protocol=" + PROTOCOL
                + "\nsasl.mechanism=" + MECHANISM
                + "\nsasl.username=" + username
                + "\nsasl.password=" + password
                + "\n";
    }

    /** How to connect to the Kafka that runs over this data folder; empty when none does. */
    public static Optional<ClientLogin> read(Path dataFolder) {
        try {
            return parse(Files.readString(dataFolder.resolve(FILE)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Empty when a property is missing. */
    static Optional<ClientLogin> parse(String text) throws IOException {
        var properties = new Properties();
        properties.load(new StringReader(text));
        var login = new ClientLogin(
                properties.getProperty("bootstrap.servers", ""),
                properties.getProperty("sasl.username", ""),
                properties.getProperty("sasl.password", ""));
        return login.isComplete() ? Optional.of(login) : Optional.empty();
    }

    private boolean isComplete() {
        return !bootstrapServers.isEmpty() && !username.isEmpty() && !password.isEmpty();
    }

    /** Without the password. */
    @Override
    public String toString() {
        return username + "@" + bootstrapServers;
    }
}
