package io.faceline.runtime.broker;

import io.faceline.runtime.health.Health;
import io.faceline.runtime.health.HealthCheck;
import io.faceline.runtime.kafka.ClientProperties;
import io.faceline.runtime.kafka.KafkaSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeClusterOptions;

/**
 * Asks Kafka every two seconds whether it responds: clients wait and retry without saying so, and look well meanwhile. Not
 * ready after eight seconds without a response, ready again with the next one. One per process. Thread-safe.
 */
public final class BrokerContact implements HealthCheck, AutoCloseable {
    private static final Duration INTERVAL = Duration.ofSeconds(2);
    /** Two requests, since the first may go to a broker of the cluster that is away. */
    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    private static final int REQUEST_TIMEOUT_MILLIS = 1_500;
    /** One late response is no outage. */
    private static final Duration MAX_SILENCE = Duration.ofSeconds(8);

    private final KafkaSettings kafka;
    private final RepeatedRequest request;
    private volatile long lastResponse;

    /** To be created after a request to Kafka succeeded, such as the check of the topics. */
    public BrokerContact(KafkaSettings kafka) {
        this.kafka = kafka;
        this.lastResponse = System.nanoTime();
        this.request = new RepeatedRequest("broker-contact", properties(kafka), this::ask);
    }

    public void start() {
        request.start(Duration.ZERO, INTERVAL);
    }

    @Override
    public Health health() {
        var silence = Duration.ofNanos(System.nanoTime() - lastResponse);
        return silence.compareTo(MAX_SILENCE) > 0
                ? Health.notReady(
                        "Kafka at " + kafka.bootstrapServers() + " has not responded for " + silence.toSeconds() + " s")
                : Health.GOOD;
    }

    private void ask(Admin admin) throws ExecutionException, TimeoutException, InterruptedException {
        var options = new DescribeClusterOptions().timeoutMs((int) TIMEOUT.toMillis());
        admin.describeCluster(options).clusterId().get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        lastResponse = System.nanoTime();
    }

    private static Map<String, Object> properties(KafkaSettings kafka) {
        var properties = new HashMap<>(ClientProperties.admin(kafka));
        properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MILLIS);
        properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) TIMEOUT.toMillis());
        return properties;
    }

    @Override
    public void close() {
        request.close();
    }
}
