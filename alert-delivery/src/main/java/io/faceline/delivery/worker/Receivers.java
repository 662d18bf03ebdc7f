package io.faceline.delivery.worker;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.delivery.Delivery;
import io.faceline.contracts.delivery.DeliveryRequest;
import io.faceline.contracts.delivery.Receiver;
import io.faceline.contracts.delivery.ReceiverId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells all receivers while this instance owns the alerts. Thread-safe. */
public final class Receivers {
    private static final int MAX_REQUESTS = 10_000;
    /** Whoever tries a receiver looks at the result; later nobody does. */
    private static final Duration TEST_AGE = Duration.ofMinutes(1);

    private final WorkerParts parts;
    private final Duration memory;

    @GuardedBy("this")
    private final Map<ReceiverId, Receiver> known = new HashMap<>();

    @GuardedBy("this")
    private final Map<ReceiverId, ReceiverWorker> workers = new HashMap<>();

    @GuardedBy("this")
    private final Map<String, DeliveryRequest> requests = new LinkedHashMap<>();

    @GuardedBy("this")
    private boolean isOwner;

    /** @param memory how long what was delivered is remembered: at least as long as alerts are kept */
    public Receivers(WorkerParts parts, Duration memory) {
        this.parts = parts;
        this.memory = memory;
    }

    /** This instance delivers from now on. */
    public synchronized void take(KnownState state) {
        state.receivers().values().forEach(receiver -> known.put(receiver.id(), receiver));
        var byReceiver = state.deliveries().values().stream().collect(Collectors.groupingBy(Delivery::receiver));
        isOwner = true;
        for (var receiver : known.values()) {
            start(receiver, byReceiver.getOrDefault(receiver.id(), List.of()), state);
        }
        var ids = Set.copyOf(known.keySet());
        state.deliveries().values().stream()
                .filter(delivery -> !ids.contains(delivery.receiver()))
                .forEach(orphan -> parts.ledger().log().remove(orphan.key()));
        state.statuses().values().stream()
                .filter(status -> !ids.contains(status.receiver()))
                .forEach(orphan -> parts.ledger().log().removeStatus(orphan.receiver()));
        List.copyOf(requests.values()).forEach(this::pass);
    }

    @GuardedBy("this")
    private void start(Receiver receiver, List<Delivery> deliveries, KnownState state) {
        var worker = new ReceiverWorker(receiver, parts);
        workers.put(receiver.id(), worker);
        worker.start(
                deliveries,
                Optional.ofNullable(state.statuses().get(receiver.id().value())));
    }

    /** Others deliver from now on: what is under way ends, and nothing is written any more. */
    public synchronized void letGo() {
        isOwner = false;
        workers.values().forEach(ReceiverWorker::end);
        workers.values().forEach(ReceiverWorker::awaitEnd);
        workers.clear();
    }

    /** A revision of an alert was read. What it means is being written when this returns. */
    public synchronized void heard(Alert alert) {
        workers.values().forEach(worker -> worker.heard(alert));
    }

    /** A receiver is new, or was changed. */
    public synchronized void put(Receiver receiver) {
        known.put(receiver.id(), receiver);
        if (!isOwner) {
            return;
        }
        var worker = workers.get(receiver.id());
        if (worker == null) {
            start(receiver, List.of(), new KnownState(Map.of(), Map.of(), Map.of()));
        } else {
            worker.changed(receiver);
        }
    }

    /** A receiver was deleted, with all that waits for it. */
    public synchronized void remove(ReceiverId receiver) {
        known.remove(receiver);
        var worker = workers.remove(receiver);
        if (worker != null) {
            worker.delete();
        }
    }

    public synchronized void requested(DeliveryRequest request) {
        requests.put(request.id(), request);
        if (requests.size() > MAX_REQUESTS) {
            requests.remove(requests.keySet().iterator().next());
        }
        pass(request);
    }

    @GuardedBy("this")
    private void pass(DeliveryRequest request) {
        var worker = workers.get(request.receiver());
        var isOld = request instanceof DeliveryRequest.Test
                && request.at().plus(TEST_AGE).isBefore(now());
        if (worker != null && !isOld) {
            worker.requested(request);
        }
    }

    /** Forgets what is in no topic any more. */
    public synchronized void forgetOld() {
        var before = now().minus(memory);
        workers.values().forEach(worker -> worker.forget(before));
    }

    private Instant now() {
        return parts.ledger().clock().instant();
    }
}
