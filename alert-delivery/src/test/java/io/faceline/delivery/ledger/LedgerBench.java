package io.faceline.delivery.ledger;

import io.faceline.contracts.delivery.Delivery;
import io.faceline.contracts.delivery.Receiver;
import io.faceline.contracts.delivery.ReceiverId;
import io.faceline.contracts.delivery.ReceiverStatus;
import io.faceline.delivery.SampleAlert;
import io.faceline.delivery.SampleReceiver;
import io.faceline.delivery.channel.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A ledger with a clock of the test's own, and what it has written. */
final class LedgerBench implements DeliveryLog {
    static final Instant START = Instant.parse("2026-11-29T21:00:00Z");
    static final Outcome DELIVERED = new Outcome.Delivered();
    static final Outcome DOWN = new Outcome.Unreachable("down", Optional.empty(), false);
    static final Outcome TIMED_OUT = new Outcome.Unreachable("no answer", Optional.empty(), true);
    static final Outcome REFUSED = new Outcome.Refused("answered 400", Optional.empty());

    Instant now = START;
    final Map<String, Delivery> deliveries = new LinkedHashMap<>();

    @Nullable
    ReceiverStatus status;

    @Nullable
    Receiver disabled;
    /** Each message that was told, as alert and revision or as a digest of so many. */
    final List<String> told = new ArrayList<>();

    private SampleReceiver receiver;
    Ledger ledger;

    LedgerBench(SampleReceiver receiver) {
        this.receiver = receiver;
        this.ledger = ledger();
    }

    private Ledger ledger() {
        var backoff = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(5), new Random(7));
        return new Ledger(receiver.receiver(), new LedgerParts(this, new DeliveryMetrics(), backoff, () -> now));
    }

    /** Another process goes on with what was written. */
    void restart() {
        ledger = ledger();
        ledger.restore(List.copyOf(deliveries.values()), Optional.ofNullable(status));
    }

    void change(SampleReceiver changed) {
        receiver = changed;
        ledger.changed(changed.receiver(), changed.late());
    }

    void heard(SampleAlert alert) {
        ledger.heard(alert.alert());
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** Takes turns until nothing is due at this moment. */
    void run(Function<Turn.Tell, Outcome> receiverAnswers) {
        while (ledger.turn() instanceof Turn.Tell tell) {
            told.add(name(tell));
            ledger.came(tell, receiverAnswers.apply(tell));
        }
    }

    void run(Outcome always) {
        run(tell -> always);
    }

    /** Takes turns for this long, each when it is due. */
    void runFor(Duration time, Function<Turn.Tell, Outcome> receiverAnswers) {
        var end = now.plus(time);
        run(receiverAnswers);
        while (ledger.turn() instanceof Turn.Wait wait
                && wait.until().isPresent()
                && wait.until().get().isBefore(end)) {
            now = now.isBefore(wait.until().get()) ? wait.until().get() : now.plusMillis(1);
            run(receiverAnswers);
        }
        now = end;
        run(receiverAnswers);
    }

    private static String name(Turn.Tell tell) {
        return tell.because()
                .map(because -> because + " of " + tell.deliveries().size())
                .orElseGet(() -> tell.facts(SampleReceiver.DOOR.receiver()).stream()
                        .map(facts -> facts.type().text() + " " + facts.alert().revision())
                        .collect(Collectors.joining()));
    }

    Delivery of(SampleAlert alert) {
        return Objects.requireNonNull(
                deliveries.get(Delivery.key(receiver.receiver().id(), alert.id())));
    }

    ReceiverStatus status() {
        return Objects.requireNonNull(status);
    }

    @Override
    public void write(Delivery delivery) {
        deliveries.put(delivery.key(), delivery);
    }

    @Override
    public void remove(String key) {
        deliveries.remove(key);
    }

    @Override
    public void write(ReceiverStatus written) {
        status = written;
    }

    @Override
    public void removeStatus(ReceiverId id) {
        status = null;
    }

    @Override
    public void disable(Receiver receiverThatIsGone) {
        disabled = receiverThatIsGone;
    }
}
