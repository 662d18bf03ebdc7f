package io.faceline.standalone.broker;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.BrokerIdNotRegisteredException;
import org.apache.kafka.common.errors.UnsupportedVersionException;

/**
 * What a killed broker leaves in its data folder: a registration that still holds. Kafka would take it for the broker that
 * starts now: this one becomes the leader of all partitions before it can be reached, aborts open transactions in vain, and is
 * then fenced until the session of the other has expired. An abort that is under way at this moment may be lost, and with it
 * everything that its partition gets from then on, which readers of committed records never see. So the registration is
 * removed before the broker starts.
 */
final class KilledBroker {
    /** Written by Kafka when it ends. */
    private static final String CLEAN_SHUTDOWN = ".kafka_cleanshutdown";

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int POLL_MILLIS = 20;

    private KilledBroker() {}

    static boolean hasLeft(Path folder) {
        return Files.exists(folder.resolve("meta.properties")) && !Files.exists(folder.resolve(CLEAN_SHUTDOWN));
    }

    /**
     * Removes the registration.
     *
     * @param controller of this folder, with {@link #ofController}; runs for this long
     * @param login at the controller
     */
    static void unregister(int node, KafkaRaftServer controller, ClientLogin login) {
        controller.startup();
        try (var client = Admin.create(toController(login))) {
            var deadline = Instant.now().plus(TIMEOUT);
            while (!isUnregistered(client, node)) {
                if (Instant.now().isAfter(deadline)) {
                    throw new IllegalStateException("the registration of a killed Kafka could not be removed within "
                            + TIMEOUT.toSeconds() + " s: start again when the machine is less busy");
                }
                Thread.sleep(POLL_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Kafka started", e);
        } finally {
            controller.shutdown();
            controller.awaitShutdown();
        }
    }

    /** False when the controller has not read its folder yet. */
    private static boolean isUnregistered(Admin client, int node) throws InterruptedException {
        try {
            client.unregisterBroker(node).all().get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof BrokerIdNotRegisteredException) {
                return true;
            }
            if (e.getCause() instanceof UnsupportedVersionException) {
                return false;
            }
            throw new IllegalStateException("the registration of a killed Kafka could not be removed", e.getCause());
        }
    }

    /** Settings of the controller alone, from those of both. */
    static Properties ofController(Properties settings) {
        var alone = new Properties();
        alone.putAll(settings);
        alone.put("process.roles", "controller");
        alone.put("listeners", settings.getProperty("listeners").replaceAll("CLIENTS://[^,]*,", ""));
        alone.remove("inter.broker.listener.name");
        return alone;
    }

    private static Map<String, Object> toController(ClientLogin login) {
        var properties = new HashMap<String, Object>(login.clientProperties());
        properties.put("bootstrap.controllers", properties.remove("bootstrap.servers"));
        return properties;
    }
}
