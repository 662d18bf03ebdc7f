package io.faceline.delivery.ledger;

import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertId;
import io.faceline.contracts.delivery.Delivery;
import io.faceline.contracts.delivery.DeliveryRequest;
import io.faceline.contracts.delivery.DeliveryState;
import io.faceline.contracts.delivery.LatePolicy;
import io.faceline.contracts.delivery.Receiver;
import io.faceline.contracts.delivery.ReceiverContent;
import io.faceline.contracts.delivery.ReceiverStatus;
import io.faceline.delivery.channel.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one receiver was told, what waits for it, and how it does. Not thread-safe.
 */
public final class Ledger {
    /** More would be no news, and too much memory. */
    static final int MAX_WAITING = 10_000;

    static final int MAX_REFUSALS = 3;

    private static final String EXPIRED = "It could not be delivered in time";
    private static final String TOO_MANY = "Too many messages wait for the receiver";
    private static final String LATE = "It was no news any more";
    private static final int MAX_REQUESTS = 10;
    private static final int MAX_REASON = 1000;
    /** Late news are gathered for so long, as they are read. */
    private static final Duration GATHERING = Duration.ofSeconds(30);

    private final LedgerParts parts;

    private final Map<AlertId, Delivery> deliveries = new HashMap<>();

    private final Map<AlertId, Delivery> waiting = new HashMap<>();

    private final Deque<DeliveryRequest.Test> tests = new ArrayDeque<>();

    private final Deque<DeliveryRequest.Resend> resends = new ArrayDeque<>();

    private final Lid lid = new Lid();

    private final Condition condition;

    private Receiver receiver;

    private LatePolicy late;

    private @Nullable String test;

    private @Nullable String testRequest;

    private @Nullable ReceiverStatus written;

    public Ledger(Receiver receiver, LedgerParts parts) {
        this.receiver = receiver;
        this.late = receiver.late();
        this.parts = parts;
        this.condition = new Condition(parts.backoff(), now());
    }

    private Instant now() {
        return parts.clock().instant();
    }

    public Receiver receiver() {
        return receiver;
    }

    /** Goes on where another instance, or this one before a restart, ended. Before everything else. */
    public void restore(Collection<Delivery> known, Optional<ReceiverStatus> status) {
        known.forEach(this::remember);
        status.ifPresent(before -> {
            test = before.test();
            testRequest = before.testRequest();
            written = before;
            var tried = waiting.values().stream()
                    .filter(each -> each.attempts() > 0)
                    .toList();
            condition.restore(
                    before,
                    tried.stream().mapToInt(Delivery::attempts).max().orElse(1),
                    tried.stream()
                            .map(Choice::nextTry)
                            .min(Comparator.naturalOrder())
                            .orElse(null));
        });
        var now = now();
        if (condition.probeAt().isEmpty()) {
            // The process may have ended within an attempt.
            List.copyOf(waiting.values()).stream()
                    .filter(each -> !Choice.nextTry(each).isAfter(now))
                    .forEach(each -> remember(Changed.maybeTold(each, receiver.content(), now)));
        }
        known.stream()
                .filter(each -> each.state() == DeliveryState.DELIVERED)
                .map(Delivery::changedAt)
                .sorted()
                .forEach(lid::told);
    }

    /** What becomes of old news on the way that the receiver is reached. */
    public void late(LatePolicy policy) {
        late = policy;
    }

    /** @param policy what becomes of old news on the way that it is reached now */
    public void changed(Receiver changed, LatePolicy policy) {
        receiver = changed;
        late = policy;
        condition.changed();
        if (changed.enabled()) {
            List.copyOf(resends).forEach(this::resend);
            resends.clear();
        } else {
            setAllAside(Hearing.OFF);
        }
        tellStatus();
    }

    private void setAllAside(String reason) {
        List.copyOf(waiting.values())
                .forEach(each -> write(Changed.ended(each, DeliveryState.SET_ASIDE, reason, now())));
    }

    /** A revision of an alert was read. May repeat. */
    public void heard(Alert alert) {
        var now = now();
        var isNew = !waiting.containsKey(alert.id());
        new Hearing(receiver, now)
                .of(deliveries.get(alert.id()), alert)
                .map(next -> isNew && Told.isWaiting(next) ? gathered(next, now) : next)
                .ifPresent(this::write);
        if (waiting.size() > MAX_WAITING) {
            waiting.values().stream()
                    .min(Comparator.comparing(each -> Choice.alert(each).openedAt()))
                    .ifPresent(oldest -> expire(oldest, TOO_MANY, now));
        }
    }

    /** Waits with others for one message, from the first on. */
    private Delivery gathered(Delivery delivery, Instant now) {
        var alert = Choice.alert(delivery);
        var isOldNews = late == LatePolicy.DIGEST && Choice.isLate(delivery, now);
        var wait = isOldNews ? GATHERING : Duration.ofSeconds(receiver.batchSeconds());
        if (wait.isZero()
                || NewsTime.takesBack(alert)
                || Choice.nextTry(delivery).isAfter(now)) {
            return delivery;
        }
        var first = waiting.values().stream()
                .filter(each -> each.attempts() == 0 && !NewsTime.takesBack(Choice.alert(each)))
                .map(Choice::nextTry)
                .filter(time -> time.isAfter(now) && !time.isAfter(now.plus(wait)))
                .min(Comparator.naturalOrder());
        return Changed.held(delivery, first.orElse(now.plus(wait)), null, now);
    }

    /** What is done next; what cannot be delivered any more is given up before. */
    public Turn turn() {
        var now = now();
        List.copyOf(waiting.values()).stream()
                .filter(each -> each.expiresAt() != null && !each.expiresAt().isAfter(now))
                .forEach(each -> expire(each, EXPIRED, now));
        tellStatus();
        if (!tests.isEmpty()) {
            return new Turn.Try(tests.removeFirst());
        }
        if (!receiver.enabled() || waiting.isEmpty()) {
            return waiting(Optional.empty());
        }
        var probe = condition.probeAt().filter(time -> time.isAfter(now));
        return probe.isPresent() ? waitUntil(probe.get()) : next(now);
    }

    private Turn next(Instant now) {
        var choice = new Choice(receiver, late, condition.isAtFault(), now);
        if (late == LatePolicy.DROP) {
            dropLate(now);
        }
        holdAboveLid(choice, now);
        var due = waiting.values().stream()
                .filter(each -> !Choice.nextTry(each).isAfter(now))
                .toList();
        if (due.isEmpty()) {
            return waiting.values().stream()
                    .map(Choice::nextTry)
                    .min(Comparator.naturalOrder())
                    .map(this::waitUntil)
                    .orElseGet(() -> waiting(Optional.empty()));
        }
        var tell = choice.of(due);
        if (!tell.isSummary()) {
            tell.deliveries().forEach(each -> remember(Changed.maybeTold(each, receiver.content(), now)));
        }
        return tell;
    }

    private Turn waitUntil(Instant time) {
        var earliest = Stream.concat(
                Stream.of(time), waiting.values().stream().flatMap(each -> Stream.ofNullable(each.expiresAt())));
        return waiting(earliest.min(Comparator.naturalOrder()));
    }

    /** No longer than until the number that waits may be told again. */
    private Turn waiting(Optional<Instant> until) {
        var isTold = written == null || written.waiting() == waiting.size();
        var soon = now().plus(StatusParts.BETWEEN_NUMBERS);
        return new Turn.Wait(
                isTold ? until : until.filter(time -> time.isBefore(soon)).or(() -> Optional.of(soon)));
    }

    private void dropLate(Instant now) {
        List.copyOf(waiting.values()).stream()
                .filter(each -> Choice.isLate(each, now))
                .forEach(each -> {
                    parts.metrics().ended(receiver.id(), "dropped");
                    write(Changed.ended(each, DeliveryState.DROPPED, LATE, now));
                });
    }

    private void holdAboveLid(Choice choice, Instant now) {
        if (lid.isFull(receiver.lidPerHour(), now)) {
            List.copyOf(waiting.values()).stream()
                    .filter(each -> !Choice.nextTry(each).isAfter(now) && choice.isUnderLid(each))
                    .forEach(each -> write(Changed.held(each, lid.freeAt(), Lid.REASON, now)));
        }
    }

    private void expire(Delivery delivery, String why, Instant now) {
        var reason = delivery.reason() == null ? why : why + ": " + delivery.reason();
        parts.metrics().ended(receiver.id(), "expired");
        write(Changed.ended(delivery, DeliveryState.EXPIRED, cut(reason), now));
    }

    /** What came of telling. */
    public void came(Turn.Tell told, Outcome outcome) {
        var now = now();
        parts.metrics().attempted(receiver.id());
        var alert = told.deliveries().get(0).alert();
        var reason = cut(outcome.reason());
        if (outcome instanceof Outcome.Delivered) {
            delivered(told, now);
        } else if (outcome instanceof Outcome.Unreachable down) {
            var next = condition.unreachable(reason, down.retryAfter(), now);
            failed(told, next, reason, down.mayHaveArrived(), now);
        } else if (outcome instanceof Outcome.Refused refused) {
            condition
                    .refused(alert, reason, refused.clockAhead(), now)
                    .ifPresentOrElse(next -> failed(told, next, reason, false, now), () -> refused(told, reason, now));
        } else if (outcome instanceof Outcome.Gone) {
            disable(reason, now);
        } else {
            if (outcome instanceof Outcome.Dropped) {
                condition.dropped(reason, now);
            }
            end(told, DeliveryState.DROPPED, reason, now);
        }
        tellStatus();
    }

    /**
     * The way to the receiver was found open, or not, without a message.
     *
     * @param problem why not; empty if it is
     */
    public void found(Optional<String> problem) {
        problem.ifPresentOrElse(why -> condition.dropped(cut(why), now()), () -> condition.delivered(now()));
        tellStatus();
    }

    private void delivered(Turn.Tell told, Instant now) {
        condition.delivered(now);
        var content = told.isSummary() ? Optional.<ReceiverContent>empty() : Optional.of(receiver.content());
        for (var each : told.deliveries()) {
            var alert = Choice.alert(each);
            if (each.delivered() == 0) {
                parts.metrics().opened(receiver.id(), alert, now);
            }
            parts.metrics().ended(receiver.id(), "delivered");
            current(each).ifPresent(current -> write(Changed.delivered(current, each, receiver, content, now)));
        }
        var isOpening = told.because().isPresent() || told.deliveries().get(0).delivered() == 0;
        if (isOpening) {
            lid.told(now);
        }
    }

    private void failed(Turn.Tell told, Instant next, String reason, boolean mayHaveArrived, Instant now) {
        for (var each : told.deliveries()) {
            unchanged(each, mayHaveArrived)
                    .ifPresent(current -> write(Changed.failed(current, next, cut(reason), now)));
        }
    }

    private void refused(Turn.Tell told, String reason, Instant now) {
        var attempts = told.deliveries().get(0).attempts() + 1;
        if (attempts >= MAX_REFUSALS) {
            end(told, DeliveryState.SET_ASIDE, reason, now);
            condition.setAside();
        } else {
            failed(told, now.plus(parts.backoff().after(attempts)), reason, false, now);
        }
    }

    private void end(Turn.Tell told, DeliveryState state, String reason, Instant now) {
        for (var each : told.deliveries()) {
            parts.metrics().ended(receiver.id(), state.name().toLowerCase(Locale.ROOT));
            unchanged(each, false).ifPresent(current -> write(Changed.ended(current, state, cut(reason), now)));
        }
    }

    private Optional<Delivery> current(Delivery told) {
        return Optional.ofNullable(deliveries.get(told.alert()));
    }

    /** What was told, if no later revision waits by now. What did not arrive is not known to the receiver. */
    private Optional<Delivery> unchanged(Delivery told, boolean mayHaveArrived) {
        var current = current(told);
        var isSame = current.filter(Told::isWaiting)
                .filter(known ->
                        Choice.alert(known).revision() == Choice.alert(told).revision());
        return isSame.map(known -> mayHaveArrived ? known : told);
    }

    private void disable(String reason, Instant now) {
        setAllAside(reason);
        receiver = Disabled.of(receiver, reason, now);
        parts.log().disable(receiver);
    }

    /** A test was asked for. Those asked for before this instance knew of the receiver, and done, are not done again. */
    public void test(DeliveryRequest.Test request) {
        if (!request.id().equals(testRequest) && tests.size() < MAX_REQUESTS) {
            tests.addLast(request);
        }
    }

    /** What came of a test. */
    public void came(Turn.Try tried, Outcome outcome) {
        parts.metrics().attempted(receiver.id());
        testRequest = tried.request().id();
        test = cut(outcome.reason());
        if (outcome instanceof Outcome.Delivered) {
            condition.delivered(now());
        }
        tellStatus();
    }

    /** What failed before the request is sent again. The same request a second time changes nothing. */
    public void resend(DeliveryRequest.Resend request) {
        if (!receiver.enabled()) {
            // Who turns it on and asks at once is read in another order.
            resends.addLast(request);
            if (resends.size() > MAX_REQUESTS) {
                resends.removeFirst();
            }
            return;
        }
        List.copyOf(deliveries.values()).stream()
                .filter(each -> Resending.isMeant(each, request))
                .forEach(each -> write(Changed.resent(each, receiver, now())));
    }

    /** Forgets what ended before this time, and is not in its topic any more. */
    public void forget(Instant before) {
        deliveries
                .values()
                .removeIf(each -> !Told.isWaiting(each) && each.changedAt().isBefore(before));
    }

    /** The receiver was deleted: nothing is left of what it was told. */
    public void delete() {
        deliveries.values().forEach(each -> parts.log().remove(each.key()));
        deliveries.clear();
        waiting.clear();
        tests.clear();
        parts.metrics().waiting(receiver.id(), 0);
        parts.log().removeStatus(receiver.id());
    }

    private void write(Delivery delivery) {
        remember(delivery);
        parts.log().write(delivery);
    }

    private void remember(Delivery delivery) {
        deliveries.put(delivery.alert(), delivery);
        if (Told.isWaiting(delivery)) {
            waiting.put(delivery.alert(), delivery);
        } else {
            waiting.remove(delivery.alert());
        }
        parts.metrics().waiting(receiver.id(), waiting.size());
    }

    /** Writes the status if it says something else than before. */
    private void tellStatus() {
        var status = condition.status(new StatusParts(receiver.id(), waiting.size(), test, testRequest), now());
        parts.metrics().up(receiver.id(), status.isUp());
        if (!StatusParts.saysTheSame(status, written)) {
            written = status;
            parts.log().write(status);
        }
    }

    private static String cut(String text) {
        return text.length() <= MAX_REASON ? text : text.substring(0, MAX_REASON);
    }
}
