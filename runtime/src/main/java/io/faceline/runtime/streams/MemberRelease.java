package io.faceline.runtime.streams;

import io.faceline.runtime.kafka.ClientProperties;
import io.faceline.runtime.kafka.KafkaSettings;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberToRemove;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes a dead thread's static member from its group, once the thread has ended. */
final class MemberRelease implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(MemberRelease.class);
    private static final Duration THREAD_END = Duration.ofSeconds(10);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final KafkaSettings kafka;
    private final String name;
    private final Thread thread;

    MemberRelease(KafkaSettings kafka, String name, Thread thread) {
        this.kafka = kafka;
        this.name = name;
        this.thread = thread;
    }

    @Override
    public void run() {
        // Streams names threads "…-StreamThread-3" and their static members "…-3".
        var threadName = thread.getName();
        var member = StreamsProperties.groupInstanceId(name, kafka) + threadName.substring(threadName.lastIndexOf('-'));
        try (var admin = Admin.create(ClientProperties.admin(kafka))) {
            thread.join(THREAD_END.toMillis());
            admin.removeMembersFromConsumerGroup(
                            StreamsProperties.applicationId(kafka, name),
                            new RemoveMembersFromConsumerGroupOptions(List.of(new MemberToRemove(member))))
                    .all()
                    .get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
            LOG.info("event=member_released member={}", member);
        } catch (ExecutionException | TimeoutException e) {
            // Its session ends by itself, only later.
            LOG.warn("event=member_not_released member={} cause=\"{}\"", member, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
