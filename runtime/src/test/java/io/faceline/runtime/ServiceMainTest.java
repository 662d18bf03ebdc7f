package io.faceline.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
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
    void exitCodeIsTwo_settingInvalid() {
        var environment = Map.of("FACELINE_BOOTSTRAP_SERVERS", "nowhere:1", "FACELINE_HTTP_PORT", "99999");

        var exitCode = ServiceMain.run(environment, (settings, kafka) -> Failing::new);

        assertThat(exitCode).isEqualTo(2);
        assertThat(events).isEmpty();
    }

    @Test
    void exitCodeIsOneAndAllIsClosed_bugStoppedTheService() {
        var kafka = BROKER.settings();
        var environment = Map.of(
                "FACELINE_BOOTSTRAP_SERVERS", kafka.bootstrapServers(),
                "FACELINE_TOPIC_PREFIX", kafka.topicPrefix(),
                "FACELINE_REPLICATION_FACTOR", "1");

        var exitCode = ServiceMain.run(environment, (settings, same) -> Failing::new);

        assertThat(exitCode).isEqualTo(1);
        assertThat(events).containsExactly("start", "close");
    }

    /** Stops by a bug as soon as it is started. */
    private final class Failing implements Service {
        private Consumer<Throwable> callback = cause -> {};

        @Override
        public void start() {
            events.add("start");
            callback.accept(new IllegalStateException("a bug"));
        }

        @Override
        public void onStop(Consumer<Throwable> told) {
            callback = told;
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
