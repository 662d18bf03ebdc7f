package io.faceline.systemtests.compose;

import io.faceline.runtime.concurrent.WaitTimeoutException;
import io.faceline.runtime.kafka.ClientProperties;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;

/** Kills one of two instances of a stage, as a lost machine does, and sends photos until the other one has taken over. */
final class KilledInstance {
    private static final Duration SHARED_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(10);
    private static final int POLL_MILLIS = 200;
    /** Each of the 16 anonymous sessions, and so each partition, twice. */
    private static final int PHOTOS = 32;

    private static final int WARM_UP = 8;

    private final RunningServices services;
    private final VisitorPhotos visitor;

    KilledInstance(RunningServices services, List<byte[]> photos) {
        this.services = services;
        this.visitor = new VisitorPhotos(services.process("ingest").httpPort(), photos);
    }

    /**
     * Starts a second instance, and kills the first one once both have work.
     *
     * @param service of the Compose file, such as {@code detector-live}, which is also the name of its stage
     * @return the answers to the photos sent since, one after another
     */
    VisitorPhotos.Result of(String service) throws IOException, InterruptedException {
        services.startAnother(service);
        awaitShared(service);
        visitor.send(WARM_UP);
        services.process(service).kill();
        return visitor.send(PHOTOS);
    }

    private void awaitShared(String service) throws InterruptedException {
        var deadline = System.nanoTime() + SHARED_TIMEOUT.toNanos();
        try (var admin = Admin.create(ClientProperties.admin(services.kafka()))) {
            while (!isShared(admin, service)) {
                if (System.nanoTime() > deadline) {
                    throw new WaitTimeoutException("two instances of " + service + " with work each");
                }
                Thread.sleep(POLL_MILLIS);
            }
        }
    }

    private static boolean isShared(Admin admin, String service) throws InterruptedException {
        var group = "faceline." + service;
        try {
            var members = admin.describeConsumerGroups(List.of(group))
                    .all()
                    .get(REQUEST_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                    .get(group)
                    .members();
            return members.stream().filter(KilledInstance::hasWork).count() > 1;
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the group of " + service + " cannot be described", e);
        }
    }

    private static boolean hasWork(MemberDescription member) {
        return !member.assignment().topicPartitions().isEmpty();
    }
}
