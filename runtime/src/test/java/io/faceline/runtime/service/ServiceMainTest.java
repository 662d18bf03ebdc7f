package io.faceline.runtime.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.runtime.health.Health;
import io.faceline.runtime.http.TestClient;
import io.faceline.runtime.kafka.TestBroker;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ServiceMainTest {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private final List<String> events = new CopyOnWriteArrayList<>();

    @Test
    void exitCodeIsTwoAndNothingIsOpened_settingInvalid() {
        assertThat(run(Map.of("FACELINE_HTTP_PORT", "99999"))).isEqualTo(2);

        assertThat(events).isEmpty();
    }

    @Test
    void exitCodeIsTwoAndAllIsClosed_portInUse() {
        assertThat(run(Map.of("FACELINE_HTTP_PORT", "8080", "FACELINE_HTTP_HOST", "192.0.2.1")))
                .isEqualTo(2);

        assertThat(events).containsExactly("close");
    }

    @Test
    void exitCodeIsOneAndAllIsClosed_bugStoppedTheService() {
        assertThat(run(Map.of())).isEqualTo(1);

        assertThat(events).containsExactly("start", "close");
    }

    @Test
    void healthIsServed_portSet() throws Exception {
        var port = freePort();

        run(Map.of("FACELINE_HTTP_PORT", port, "ASKED_PORT", port));

        assertThat(events).containsExactly("start", "200", "close");
    }

    private int run(Map<String, String> changes) {
        var kafka = BROKER.settings();
        var environment = new HashMap<String, String>();
        environment.put("FACELINE_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
        environment.put("FACELINE_TOPIC_PREFIX", kafka.topicPrefix());
        environment.put("FACELINE_REPLICATION_FACTOR", "1");
        environment.putAll(changes);
        return ServiceMain.run(
                environment,
                settings -> List.of(),
                (settings, same) -> () -> new Failing(settings.text("ASKED_PORT", "")));
    }

    private static String freePort() throws Exception {
        try (var socket = new ServerSocket(0)) {
            return Integer.toString(socket.getLocalPort());
        }
    }

    /** Asks for its health, on the port if there is one, and stops by a bug as soon as it is started. */
    private final class Failing implements Service {
        private final String port;
        private Consumer<Throwable> callback = cause -> {};

        Failing(String port) {
            this.port = port;
        }

        @Override
        public void start() {
            events.add("start");
            if (!port.isEmpty()) {
                events.add(TestClient.of(Integer.parseInt(port)).get("/health").problem());
            }
            callback.accept(new IllegalStateException("a bug"));
        }

        @Override
        public void onStop(Consumer<Throwable> stopCallback) {
            callback = stopCallback;
        }

        @Override
        public void bindTo(MeterRegistry registry) {}

        @Override
        public Health health() {
            return Health.GOOD;
        }

        @Override
        public void close() {
            events.add("close");
        }
    }
}
