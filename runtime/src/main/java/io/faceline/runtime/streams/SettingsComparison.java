package io.faceline.runtime.streams;

import io.faceline.runtime.concurrent.DaemonThreads;
import io.faceline.runtime.kafka.ConsumerGroups;
import io.faceline.runtime.kafka.KafkaSettings;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares, from time to time, the settings by which an instance of a stage decides with those of the other members of its
 * group: which instance answers a frame is chance, so that they must decide alike. Thread-safe.
 */
final class SettingsComparison implements AutoCloseable {
    static final Duration INTERVAL = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(SettingsComparison.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final StageClientId own;
    private final KafkaSettings kafka;
    private final Duration interval;
    private final ScheduledExecutorService scheduler;
    private volatile List<StageClientId> different = List.of();

    SettingsComparison(StageClientId own, KafkaSettings kafka, Duration interval) {
        this.own = own;
        this.kafka = kafka;
        this.interval = interval;
        this.scheduler =
                Executors.newSingleThreadScheduledExecutor(DaemonThreads.called(own.stage() + "-compare-settings"));
    }

    StageClientId own() {
        return own;
    }

    void start() {
        var unused = scheduler.scheduleWithFixedDelay(
                this::compare, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** One line for each instance that decides by other settings. */
    List<String> warnings() {
        return different.stream()
                .map(other -> own.stage() + ": instance " + other.instance() + " decides by other settings ("
                        + other.fingerprint() + ") than " + own.instance() + " (" + own.fingerprint()
                        + "): set them alike")
                .toList();
    }

    private void compare() {
        // Opened for each comparison: twice a minute a connection costs less than one kept for it.
        try (var groups = ConsumerGroups.open(kafka, TIMEOUT)) {
            var group = StreamsProperties.applicationId(kafka, own.stage());
            compare(groups.clientIds(List.of(group)).getOrDefault(group, List.of()));
        } catch (KafkaException e) {
            // The result of the last comparison stands; health reports an absent broker.
            LOG.debug("event=settings_not_compared name={} cause=\"{}\"", own.stage(), e.getMessage());
        }
    }

    private void compare(List<String> members) {
        var found = members.stream()
                .flatMap(member -> StageClientId.ofMember(own.stage(), member).stream())
                .filter(other -> !other.fingerprint().equals(own.fingerprint()))
                .filter(other -> !other.instance().equals(own.instance()))
                .distinct()
                .toList();
        if (!found.equals(different)) {
            different = found;
            log(found);
        }
    }

    private void log(List<StageClientId> found) {
        if (found.isEmpty()) {
            LOG.info("event=settings_alike name={} fingerprint={}", own.stage(), own.fingerprint());
        } else {
            LOG.warn(
                    "event=settings_differ name={} instance={} fingerprint={} others={}",
                    own.stage(),
                    own.instance(),
                    own.fingerprint(),
                    found.stream()
                            .map(other -> other.instance() + ":" + other.fingerprint())
                            .collect(Collectors.joining(",")));
        }
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
    }
}
