package io.faceline.runtime.http.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AddressTurnsTest {
    private final AddressTurns turns = new AddressTurns("turns", 1);
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch busy = new CountDownLatch(1);
    private final List<String> ran = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        turns.close();
    }

    @Test
    void addressWithManyTasks_doesNotHoldUpAnother() throws InterruptedException {
        turns.run("a", this::awaitAll);
        begun.await();
        for (var number = 1; number <= 3; number++) {
            var task = "a" + number;
            turns.run("a", () -> ran.add(task));
        }
        turns.run("b", () -> ran.add("b1"));
        turns.run("b", () -> ran.add("b2"));
        busy.countDown();

        await().untilAsserted(() -> assertThat(ran).containsExactly("a1", "b1", "a2", "b2", "a3"));
    }

    @Test
    void failedTask_doesNotStopTheOthers() {
        turns.run("a", () -> {
            throw new IllegalStateException("of the test");
        });
        turns.run("a", () -> ran.add("a2"));

        await().untilAsserted(() -> assertThat(ran).containsExactly("a2"));
    }

    private void awaitAll() {
        begun.countDown();
        try {
            busy.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
