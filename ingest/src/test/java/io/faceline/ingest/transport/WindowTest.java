package io.faceline.ingest.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WindowTest {
    private final AtomicInteger entered = new AtomicInteger();
    private final Window window = new Window(3);
    private Thread sender = new Thread(() -> {});

    @AfterEach
    void endSender() throws InterruptedException {
        sender.interrupt();
        sender.join();
    }

    @Test
    void smallFrames_areCounted() {
        startSending(1_000);
        awaitWaitingAfter(3);

        window.leave(0, 1_000);

        awaitWaitingAfter(4);
    }

    @Test
    void laterFrames_waitForTheFirst_whenOthersAreAnswered() {
        startSending(1_000);
        awaitWaitingAfter(3);

        window.leave(1, 1_000);
        window.leave(2, 1_000);
        awaitWaitingAfter(3);
        window.leave(0, 1_000);

        awaitWaitingAfter(6);
    }

    @Test
    void largeFrames_areWeighed() {
        startSending(Window.BYTES / 2);
        awaitWaitingAfter(2);

        window.leave(0, Window.BYTES / 2);

        awaitWaitingAfter(3);
    }

    @Test
    void frameLargerThanTheWindow_goesAlone() {
        startSending(2 * Window.BYTES);
        awaitWaitingAfter(1);

        window.leave(0, 2 * Window.BYTES);

        awaitWaitingAfter(2);
    }

    private void startSending(int size) {
        sender = new Thread(() -> {
            try {
                while (true) {
                    window.enter(entered.get(), size);
                    entered.incrementAndGet();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        sender.start();
    }

    private void awaitWaitingAfter(int frames) {
        await().until(() -> entered.get() == frames && sender.getState() == Thread.State.WAITING);
        assertThat(entered).hasValue(frames);
    }
}
