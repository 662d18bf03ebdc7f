package io.faceline.systemtests.alertchaos;

import io.faceline.contracts.delivery.LatePolicy;
import io.faceline.contracts.delivery.Receiver;
import io.faceline.contracts.delivery.ReceiverContent;
import io.faceline.contracts.delivery.ReceiverId;
import io.faceline.contracts.delivery.ReceiverTarget;
import io.faceline.contracts.rule.RulePriority;
import io.faceline.standalone.broker.FreePorts;
import io.faceline.systemtests.alertchaos.Hook.Mood;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Three receivers: one is always well, one refuses and hangs by turns, one vanishes and returns. Thread-safe. */
final class Hooks implements AutoCloseable {
    static final int LID = 10_000;

    private static final int MAX_TURN_MILLIS = 4_000;
    private static final int MIN_TURN_MILLIS = 1_000;
    private static final int KILL_SECONDS = 10;

    private final Hook well;
    private final Hook moody;
    private final Hook fleeting;
    private final CountDownLatch attempted = new CountDownLatch(1);
    private final CountDownLatch killed = new CountDownLatch(1);

    Hooks() throws IOException {
        var ports = FreePorts.reserve(3);
        well = new Hook("well", ports.get(0));
        moody = new Hook("moody", ports.get(1));
        fleeting = new Hook("fleeting", ports.get(2));
    }

    List<Hook> all() {
        return List.of(well, moody, fleeting);
    }

    Hook fleeting() {
        return fleeting;
    }

    List<Receiver> receivers() {
        return all().stream().map(this::receiver).toList();
    }

    private Receiver receiver(Hook hook) {
        return new Receiver(
                new ReceiverId(hook.name()),
                hook.name(),
                true,
                null,
                new ReceiverTarget.Webhook(hook.url(), List.of()),
                List.of(),
                RulePriority.LOW,
                isToldOfEnds(hook),
                ReceiverContent.IDS,
                LatePolicy.SEND,
                Receiver.DEFAULT_DELIVER_WITHIN,
                LID,
                0,
                null,
                Instant.EPOCH,
                Instant.EPOCH);
    }

    boolean isToldOfEnds(Hook hook) {
        return hook == well;
    }

    /** From now on they are what they are called. */
    void trouble(Random random) {
        var start = System.nanoTime();
        var turn = TimeUnit.MILLISECONDS.toNanos(
                MIN_TURN_MILLIS + (long) random.nextInt(MAX_TURN_MILLIS - MIN_TURN_MILLIS));
        var first = random.nextInt(Mood.values().length);
        moody.mood(() -> Mood.values()[(int) ((System.nanoTime() - start) / turn + first) % Mood.values().length]);
        fleeting.mood(this::awaitKill);
    }

    /** Keeps the first message until whoever sends it was killed. */
    private Mood awaitKill() {
        attempted.countDown();
        try {
            return killed.await(KILL_SECONDS, TimeUnit.SECONDS) ? Mood.WELL : Mood.REFUSING;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Mood.REFUSING;
        }
    }

    /** Whether somebody waits for an answer until {@link #killed}. */
    boolean isAttempted() {
        return attempted.getCount() == 0 && killed.getCount() > 0;
    }

    void killed() {
        killed.countDown();
    }

    /** All are well from now on. */
    void heal() {
        killed.countDown();
        all().forEach(hook -> hook.mood(() -> Mood.WELL));
    }

    @Override
    public void close() {
        killed.countDown();
        all().forEach(Hook::close);
    }
}
