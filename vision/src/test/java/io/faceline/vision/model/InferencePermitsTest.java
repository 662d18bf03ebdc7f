package io.faceline.vision.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceline.contracts.frame.Lane;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class InferencePermitsTest {
    private final List<Lane> order = new CopyOnWriteArrayList<>();

    @Test
    void freePermit_isGivenToLiveFirst() throws InterruptedException {
        var permits = new InferencePermits(1);
        var permit = permits.acquire(Lane.BULK);
        var waiting = List.of(waiting(permits, Lane.BULK), waiting(permits, Lane.LIVE), waiting(permits, Lane.LIVE));

        permit.close();
        join(waiting);

        assertThat(order).containsExactly(Lane.LIVE, Lane.LIVE, Lane.BULK);
    }

    @Test
    void saturatedLive_doesNotStarveBulk() throws InterruptedException {
        var permits = new InferencePermits(1);
        var permit = permits.acquire(Lane.BULK);
        var bulk = waiting(permits, Lane.BULK);
        var live = Stream.generate(() -> waiting(permits, Lane.LIVE)).limit(40).toList();

        permit.close();
        join(live);
        bulk.join();

        assertThat(order.indexOf(Lane.BULK)).isLessThanOrEqualTo(16);
    }

    @Test
    void permits_areNeverExceeded() throws InterruptedException {
        var permits = new InferencePermits(2);
        var first = permits.acquire(Lane.LIVE);
        var second = permits.acquire(Lane.BULK);

        var third = waiting(permits, Lane.LIVE);
        assertThat(order).isEmpty();

        first.close();
        third.join();
        second.close();
        assertThat(order).containsExactly(Lane.LIVE);
    }

    @Test
    void noPermits_isRefused() {
        assertThatThrownBy(() -> new InferencePermits(0)).hasMessageContaining("at least one");
    }

    /** A thread that acquires a permit, records its lane and releases the permit. */
    private Thread waiting(InferencePermits permits, Lane lane) {
        var thread = new Thread(() -> {
            try (var permit = permits.acquire(lane)) {
                assertThat(permit).isNotNull();
                order.add(lane);
            }
        });
        thread.start();
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        return thread;
    }

    private static void join(List<Thread> threads) throws InterruptedException {
        for (var thread : threads) {
            thread.join();
        }
    }
}
