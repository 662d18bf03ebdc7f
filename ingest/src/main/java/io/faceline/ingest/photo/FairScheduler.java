package io.faceline.ingest.photo;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.faceline.runtime.http.ProblemException;
import io.faceline.runtime.http.address.AddressSettings;
import io.faceline.runtime.http.address.AddressShares;
import io.faceline.web.limits.ClientKey;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Schedules images fairly. A limited number is in flight, with a share for each client address and at most a quarter for one
 * caller; others wait and are granted round-robin by address, and by caller within an address. So whoever sends a thousand
 * delays another by one, also under a thousand names. Requests that would wait too long are refused at once. Each image has
 * one deadline, for its turn and all that follows. Thread-safe.
 */
public final class FairScheduler {
    private static final int SHARES = 4;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final int share;
    private final int maxWaitingOfCaller;
    private final AddressShares inFlight;
    private final AddressShares waiting;
    private final Duration timeout;
    private final Executor executor;

    /** By address, and by caller. */
    @GuardedBy("this")
    private final Map<String, Map<String, CallerQueue>> queues = new LinkedHashMap<>();

    /**
     * How many images there may be at a time.
     *
     * @param inFlight whose turn it is; more than keep all cores busy would only wait where no turns are taken
     * @param waiting for their turn
     */
    public record Capacity(int inFlight, int waiting) {}

    /** The images of one caller. */
    private static final class CallerQueue {
        private final Deque<Ticket> waiting = new ArrayDeque<>();
        private int inFlight;

        private boolean isEmpty() {
            return inFlight == 0 && waiting.isEmpty();
        }
    }

    private static final class Ticket {
        private final ClientKey client;
        private final CompletableFuture<Void> granted = new CompletableFuture<>();
        private boolean isInFlight;

        private Ticket(ClientKey client) {
            this.client = client;
        }
    }

    /**
     * @param timeout maximum time from the request to its answer
     * @param executor runs the work of a turn until its image is sent
     */
    public FairScheduler(Capacity capacity, AddressSettings addresses, Duration timeout, Executor executor) {
        this.share = Math.max(1, capacity.inFlight / SHARES);
        this.maxWaitingOfCaller = Math.max(capacity.waiting / SHARES, ImageRequest.MAX_IMAGES);
        this.inFlight = addresses.shares(capacity.inFlight);
        // One address alone can always send the largest request.
        this.waiting =
                addresses.shares(Math.max(capacity.waiting, 100 * ImageRequest.MAX_IMAGES / addresses.share() + 1));
        this.timeout = timeout;
        this.executor = executor;
    }

    /**
     * Runs each work when it is the caller's turn; a turn ends when the work's future completes. The returned futures may
     * complete before that, at the deadline. Cancelling one withdraws it, unless its turn has come.
     *
     * @throws ProblemException when too many images wait; then none of these does
     */
    <T> List<CompletableFuture<T>> submit(ClientKey client, List<Supplier<CompletableFuture<T>>> works) {
        var tickets = works.stream().map(work -> new Ticket(client)).toList();
        enqueue(client, tickets);
        var results = new ArrayList<CompletableFuture<T>>();
        for (var i = 0; i < tickets.size(); i++) {
            results.add(result(tickets.get(i), works.get(i)));
        }
        grant();
        return results;
    }

    private <T> CompletableFuture<T> result(Ticket ticket, Supplier<CompletableFuture<T>> work) {
        var result = new CompletableFuture<T>();
        var unused = ticket.granted
                .thenComposeAsync(granted -> begin(result, work), executor)
                .whenComplete((value, failure) -> {
                    end(ticket);
                    complete(result, value, failure);
                });
        withdrawWhenDone(result, ticket);
        return result;
    }

    /** Whoever asked may be gone by now. */
    private static <T> CompletableFuture<T> begin(CompletableFuture<T> result, Supplier<CompletableFuture<T>> work) {
        if (result.isDone()) {
            throw new CancellationException();
        }
        return work.get();
    }

    private static <T> void complete(CompletableFuture<T> result, T value, @Nullable Throwable failure) {
        if (failure == null) {
            result.complete(value);
        } else {
            result.completeExceptionally(failure);
        }
    }

    private void withdrawWhenDone(CompletableFuture<?> result, Ticket ticket) {
        var deadline = new CompletableFuture<Void>().orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
        var unused = deadline.exceptionally(late -> {
            result.completeExceptionally(FrameErrors.of(late));
            return null;
        });
        var ignored = result.whenComplete((value, failure) -> {
            deadline.complete(null);
            ticket.granted.cancel(false);
        });
    }

    private synchronized void enqueue(ClientKey client, List<Ticket> tickets) {
        var callers = queues.getOrDefault(client.address(), new LinkedHashMap<>());
        var queue = callers.getOrDefault(client.caller(), new CallerQueue());
        if (queue.waiting.size() + tickets.size() > maxWaitingOfCaller
                || !waiting.take(client.address(), tickets.size())) {
            throw ProblemException.later(429, "TOO_BUSY", "too many images are waiting; try again later", RETRY_AFTER);
        }
        queue.waiting.addAll(tickets);
        callers.put(client.caller(), queue);
        queues.put(client.address(), callers);
    }

    /** Completes the futures outside of the lock, as their dependents run at once. */
    private void grant() {
        next().forEach(ticket -> ticket.granted.complete(null));
    }

    private synchronized List<Ticket> next() {
        var granted = new ArrayList<Ticket>();
        for (var ticket = first(); ticket.isPresent(); ticket = first()) {
            granted.add(begin(ticket.get()));
        }
        return granted;
    }

    /** Of the first caller below its share, at the first address below its own. */
    @GuardedBy("this")
    private Optional<Ticket> first() {
        return queues.entrySet().stream()
                .filter(address -> inFlight.isLeft(address.getKey()))
                .flatMap(address -> address.getValue().values().stream())
                .filter(queue -> !queue.waiting.isEmpty() && queue.inFlight < share)
                .map(queue -> queue.waiting.element())
                .findFirst();
    }

    @GuardedBy("this")
    private Ticket begin(Ticket ticket) {
        var client = ticket.client;
        if (!inFlight.take(client.address())) {
            throw new IllegalStateException("a turn was granted that is not free");
        }
        waiting.release(client.address());
        // Both move to the end of their rounds.
        var callers = queues.remove(client.address());
        var queue = callers.remove(client.caller());
        callers.put(client.caller(), queue);
        queues.put(client.address(), callers);
        queue.waiting.remove();
        queue.inFlight++;
        ticket.isInFlight = true;
        return ticket;
    }

    private void end(Ticket ticket) {
        leave(ticket);
        grant();
    }

    private synchronized void leave(Ticket ticket) {
        var client = ticket.client;
        var callers = queues.get(client.address());
        var queue = callers.get(client.caller());
        if (ticket.isInFlight) {
            queue.inFlight--;
            inFlight.release(client.address());
        } else if (queue.waiting.remove(ticket)) {
            waiting.release(client.address());
        }
        if (queue.isEmpty()) {
            callers.remove(client.caller());
        }
        if (callers.isEmpty()) {
            queues.remove(client.address());
        }
    }

    /** Images whose turn it is. */
    public long inFlight() {
        return inFlight.units() - inFlight.free();
    }

    /** Images that wait for their turn. */
    public long waiting() {
        return waiting.units() - waiting.free();
    }
}
