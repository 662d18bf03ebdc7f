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
    private final RetainedMessages retained;
    /** While something is being sent, with what was there before: each of it may be there. */
    private Retained published = Retained.NONE;

    /** @param retained is told of the messages of the session */
    Publisher(Topics topics, BrokerSession session, RetainedMessages retained) {
        this.topics = topics;
        this.session = session;
        this.retained = retained;
    }

    /** Compares with what the broker has retained, whoever put it there and whatever it forgot. */
    void reconcile(Duration quiet, Retained wanted) throws BrokerException, InterruptedException {
        collect(quiet);
        session.subscribe(topics.status());
        session.subscribe(topics.birth());
        update(wanted);
        online();
    }

    private void collect(Duration quiet) throws BrokerException, InterruptedException {
        session.subscribe(topics.everything());
        session.subscribe(topics.anyConfig());
        published = retained.await(quiet).and(published);
        session.unsubscribe(topics.everything());
        session.unsubscribe(topics.anyConfig());
    }

    void update(Retained wanted) throws BrokerException, InterruptedException {
        var steps = Reconciliation.steps(published, wanted);
        if (!steps.isEmpty()) {
            published = published.and(wanted);
            send(steps, TIMEOUT);
            published = wanted;
        }
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

    /** Nothing of ours is left, also of what was being sent, or not yet compared, when the work was interrupted. */
    void clear(Duration quiet, Duration time) throws BrokerException, InterruptedException {
        collect(quiet);
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
