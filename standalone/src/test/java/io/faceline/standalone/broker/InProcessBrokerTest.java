package io.faceline.standalone.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceline.runtime.settings.SettingsException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every user of a machine reaches the ports of an in-process Kafka; only who knows a password comes in. */
class InProcessBrokerTest {
    private static final String TIMEOUT_MILLIS = "3000";

    @TempDir
    static Path folder;

    private static InProcessBroker broker;

    @BeforeAll
    static void start() {
        broker = InProcessBroker.start(folder.resolve("kafka"));
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void clientsWithAPassword_readAndWrite() throws Exception {
        for (var login : List.of(broker.login(), broker.externalLogin())) {
            try (var admin = admin(login.clientProperties())) {
                var topic = List.of(new NewTopic(login.username(), 1, (short) 1));
                admin.createTopics(topic).all().get();

                assertThat(admin.describeCluster().nodes().get()).hasSize(1);
                // Lists show a topic a moment after its creation.
                assertThatThrownBy(() -> admin.createTopics(topic).all().get())
                        .hasCauseInstanceOf(TopicExistsException.class);
            }
        }
    }

    @Test
    void clientWithoutALogin_isNotServed() {
        assertTimesOut(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }

    @Test
    void wrongPassword_isAnAuthenticationError() {
        for (var login : List.of(broker.login(), broker.externalLogin())) {
            assertRefused(new ClientLogin(login.bootstrapServers(), login.username(), "guess"));
            assertRefused(new ClientLogin(login.bootstrapServers(), "admin", login.password()));
        }
        assertRefused(new ClientLogin(
                broker.bootstrapServers(),
                broker.login().username(),
                broker.externalLogin().password()));
    }

    private static void assertRefused(ClientLogin login) {
        assertFails(login.clientProperties(), SaslAuthenticationException.class);
    }

    @Test
    void controller_answersTheBrokerAlone() throws Exception {
        try (var admin = admin(atController(broker.login()))) {
            assertThat(admin.describeCluster().clusterId().get()).isNotEmpty();
        }

        assertTimesOut(Map.of("bootstrap.controllers", broker.controller()));
        var guess = new ClientLogin("", broker.login().username(), "guess");
        for (var login : List.of(guess, broker.externalLogin())) {
            assertFails(atController(login), SaslAuthenticationException.class);
        }
    }

    @Test
    void portThatIsInUse_isNamed() {
        var port = Integer.parseInt(broker.bootstrapServers().replaceAll(".*:", ""));

        assertThatThrownBy(() -> InProcessBroker.start(
                        folder.resolve("other"), Map.of(), BrokerCredentials.random(), OptionalInt.of(port)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("--kafka-port: port " + port + " cannot be used")
                .hasMessageContaining("choose another");
        assertThat(folder.resolve("other")).doesNotExist();
    }

    @Test
    void port_staysOverARestart_andThePasswordOfBeforeIsWorthNothing() throws Exception {
        var data = folder.resolve("data");
        var port = OptionalInt.of(FreePorts.reserve(1).get(0));
        KafkaCluster.in(data, Map.of(), port).close();
        assertThat(ClientLogin.read(data)).isEmpty();
        var first = KafkaCluster.in(data, Map.of(), port);
        var before = ClientLogin.read(data).orElseThrow();
        first.close();

        try (var second = KafkaCluster.in(data, Map.of(), port)) {
            var now = ClientLogin.read(data).orElseThrow();
            assertThat(now.bootstrapServers()).isEqualTo("127.0.0.1:" + port.getAsInt());
            assertThat(second.bootstrapServers()).isEqualTo(now.bootstrapServers());
            assertThat(second.environment().toString()).doesNotContain(now.password());
            assertRefused(before);
            try (var admin = admin(now.clientProperties())) {
                assertThat(admin.listTopics().names().get()).isEmpty();
            }
        }
    }

    @Test
    void clientFile_isAConfigurationOfLibrdkafka() throws Exception {
        var text = broker.externalLogin().toText();

        assertThat(text)
                .contains("\nbootstrap.servers=" + broker.bootstrapServers() + "\n")
                .contains("\nsecurity.protocol=SASL_PLAINTEXT\n")
                .contains("\nsasl.mechanism=PLAIN\n")
                .contains("\nsasl.username=client\n")
                .contains("\nsasl.password=" + broker.externalLogin().password() + "\n");
        assertThat(ClientLogin.parse(text)).contains(broker.externalLogin());
        assertThat(ClientLogin.parse(text.replaceAll("sasl.password=.*", ""))).isEmpty();
        assertThat(broker.externalLogin().toString())
                .doesNotContain(broker.externalLogin().password());
    }

    private static Map<String, String> atController(ClientLogin login) {
        var properties = new HashMap<>(login.clientProperties());
        properties.remove("bootstrap.servers");
        properties.put("bootstrap.controllers", broker.controller());
        return properties;
    }

    /** Kafka ends such a connection without a word that this client understands. */
    private static void assertTimesOut(Map<String, String> properties) {
        assertFails(properties, TimeoutException.class);
    }

    private static void assertFails(Map<String, String> properties, Class<? extends Throwable> cause) {
        try (var admin = admin(properties)) {
            assertThatThrownBy(() -> admin.describeCluster().nodes().get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(cause);
        }
    }

    private static Admin admin(Map<String, String> properties) {
        var all = new HashMap<String, Object>(properties);
        all.put("default.api.timeout.ms", TIMEOUT_MILLIS);
        all.put("request.timeout.ms", TIMEOUT_MILLIS);
        return Admin.create(all);
    }
}
