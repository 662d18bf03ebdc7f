package io.faceline.delivery.mqtt;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Keeps what one broker retains as it is wanted, over one connection. Confined to one thread at a time. */
final class Publisher {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final Topics topics;
    private final BrokerSession session;
    private Retained published = Retained.NONE;

    Publisher(Topics topics, BrokerSession session) {
        this.topics = topics;
        this.session = session;
    }

    /**
     * Compares with what the broker has retained, whoever put it there and whatever it forgot.
     *
     * @param retained is told of messages meanwhile
     */
    void reconcile(RetainedMessages retained, Duration quiet, Retained wanted)
            throws BrokerException, InterruptedException {
        session.subscribe(topics.everything());
        session.subscribe(topics.anyConfig());
        published = retained.await(quiet);
        session.unsubscribe(topics.everything());
        session.unsubscribe(topics.anyConfig());
        session.subscribe(topics.status());
        session.subscribe(topics.birth());
        update(wanted);
        online();
    }

    void update(Retained wanted) throws BrokerException, InterruptedException {
        send(Reconciliation.steps(published, wanted), TIMEOUT);
        published = wanted;
    }

    /** All again, for who has just begun to listen. */
    void repeat() throws BrokerException, InterruptedException {
        send(Reconciliation.steps(Retained.NONE, published), TIMEOUT);
        online();
    }

    void online() throws BrokerException, InterruptedException {
        send(List.of(new Send(topics.status(), Topics.ONLINE)), TIMEOUT);
    }

    void offline(Duration time) throws BrokerException, InterruptedException {
        send(List.of(new Send(topics.status(), Topics.OFFLINE)), time);
    }

    /** Nothing of ours is left. */
    void clear(Duration time) throws BrokerException, InterruptedException {
        send(Reconciliation.steps(published, Retained.NONE), time);
        published = Retained.NONE;
        send(List.of(new Send(topics.status(), Topics.EMPTY)), time);
    }

    private void send(List<Send> steps, Duration time) throws BrokerException, InterruptedException {
        var answers = steps.stream()
                .map(step -> session.publish(step.topic(), step.payload().getBytes(StandardCharsets.UTF_8), true))
                .toArray(CompletableFuture<?>[]::new);
        session.await(CompletableFuture.allOf(answers), time);
    }
}
